package import CatalogModel
import CatalogSchema
import LineStore

/// Applies the fixes of problems, round by round.
package enum Fixing {
  /// Which fixes are applied.
  package enum Scope: Sendable {
    /// Safe fixes only.
    case safe
    /// All fixes.
    case unsafe

    func takes(_ fix: Fix) -> Bool { fix.isSafe || self == .unsafe }
  }

  /// A fixed catalog.
  package struct Outcome: Sendable {
    /// The catalog with all fixes applied.
    package var catalog: Catalog
    /// The number of problems fixed.
    package var fixedCount = 0

    /// A catalog without any fix applied yet.
    package init(catalog: Catalog) { self.catalog = catalog }
  }

  /// Rounds after which fixing stops: far more than any list needs.
  private static let roundCountMax = 100

  /// Applies fixes until none is left. Each round applies those that do not touch one another; once
  /// nothing else is left, rows are moved to their places.
  ///
  /// - Parameter makeIsWanted: for each round's catalog, a function that says whether to fix a
  ///   problem; called with each problem in order
  /// - Complexity: O(bytes + problems × log problems) for each round
  package static func fixed(
    _ catalog: Catalog, _ scope: Scope,
    where makeIsWanted: (Catalog) -> (Problem) -> Bool = { _ in { _ in true } }
  ) -> Outcome {
    (try? fixed(catalog, scope, where: makeIsWanted, .never)) ?? Outcome(catalog: catalog)
  }

  /// The same, unless interrupted.
  package static func fixed(
    _ catalog: Catalog, _ scope: Scope,
    where makeIsWanted: (Catalog) -> (Problem) -> Bool = { _ in { _ in true } },
    _ interruption: Interruption
  ) throws(Interrupted) -> Outcome {
    var outcome = Outcome(catalog: catalog)
    for _ in 0..<roundCountMax {
      let isWanted = makeIsWanted(outcome.catalog)
      var fixes = DisjointFixes()
      var unsortedTables: Set<Int> = []
      var firstMove: Fix?
      try outcome.catalog.forEachProblem { problem throws(Interrupted) in
        try interruption.check()
        guard isWanted(problem), let fix = problem.fix, scope.takes(fix) else { return }
        if problem.rule == UnsortedRowRule.rule.code {
          firstMove = firstMove ?? fix
          let table = outcome.catalog.table(atLine: problem.range.lowerBound.line)
          if let table { unsortedTables.insert(table.id) }
        } else {
          fixes.take(fix)
        }
      }
      try interruption.check()
      var count = fixes.count > 0 ? apply(fixes, &outcome) : sort(unsortedTables, &outcome)
      if count == 0 {
        // Between rows without a name it may be that only some rows of a section can move.
        guard let firstMove else { return outcome }
        apply(firstMove.edits, to: &outcome.catalog)
        count = 1
      }
      outcome.fixedCount += count
    }
    return outcome
  }

  private static func apply(_ fixes: DisjointFixes, _ outcome: inout Outcome) -> Int {
    apply(fixes.edits, to: &outcome.catalog)
    return fixes.count
  }

  /// Moves the rows that are out of order; returns the number of rows moved.
  private static func sort(_ tables: Set<Int>, _ outcome: inout Outcome) -> Int {
    let catalog = outcome.catalog
    let sortings = catalog.tables.filter { tables.contains($0.id) }
      .compactMap { catalog.sorting(of: $0) }
    apply(sortings.map(\.edit), to: &outcome.catalog)
    return sortings.reduce(0) { $0 + $1.movedRowCount }
  }

  /// Applies few edits one by one and many in one pass over the text, whichever costs less; an edit
  /// costs at least its line.
  private static func apply(_ edits: [TextEdit], to catalog: inout Catalog) {
    let text = catalog.text
    var costOfEach = 0
    for edit in edits where costOfEach < text.byteCount {
      let lineByteCount = text.byteCount(ofLine: edit.start.line)
      costOfEach += max(LineText.defaultBlockByteTarget, lineByteCount) + edit.replacement.count
    }
    if costOfEach < text.byteCount {
      catalog.apply(together: edits)
    } else {
      let text = LineText(catalog.text.bytes(applying: edits))
      catalog = Catalog(text, configuration: catalog.configuration)
    }
  }
}

/// Fixes whose edits neither overlap nor touch; the first of two wins.
private struct DisjointFixes {
  /// The edits, in order.
  private(set) var edits: [TextEdit] = []
  private(set) var count = 0

  /// Adds a fix unless it touches one added before.
  ///
  /// - Complexity: O(log edits) where fixes come in order
  mutating func take(_ fix: Fix) {
    guard !fix.edits.isEmpty, fix.edits.allSatisfy(isFree) else { return }
    for edit in fix.edits { insert(edit) }
    count += 1
  }

  /// Inserts an edit in order; the edits of one fix may touch.
  private mutating func insert(_ edit: TextEdit) {
    let isLast = edits.last.map { $0.start <= edit.start } ?? true
    let index = isLast ? edits.count : edits.partitioningIndex { $0.start > edit.start }
    edits.insert(edit, at: index)
  }

  /// The index of the first edit that ends at or after the start of another.
  private func place(_ edit: TextEdit) -> Int {
    if let last = edits.last, last.end < edit.start { return edits.count }
    return edits.partitioningIndex { $0.end >= edit.start }
  }

  private func isFree(_ edit: TextEdit) -> Bool {
    let next = place(edit)
    return next == edits.count || edit.end < edits[next].start
  }
}
