package import CatalogModel
import CatalogSchema
import LineStore

/// Mends what rules found, round by round.
package enum Fixing {
  /// Which fixes may be done.
  package enum Scope: Sendable {
    /// Those that need no second thought.
    case safe
    /// All.
    case unsafe

    func takes(_ fix: Fix) -> Bool { fix.isSafe || self == .unsafe }
  }

  /// A mended catalog.
  package struct Outcome: Sendable {
    /// The catalog with all fixes done.
    package var catalog: Catalog
    /// How many problems were mended.
    package var mendedCount = 0

    /// A catalog to which nothing was done yet.
    package init(catalog: Catalog) { self.catalog = catalog }
  }

  /// Rounds after which mending is given up: far more than any list needs.
  private static let roundCountMax = 100

  /// Applies fixes until none is left. Each round takes those that do not touch one another; rows
  /// are moved to their places once nothing else is left.
  ///
  /// - Parameter makeIsWanted: for each round's catalog, which of its problems are to be mended;
  ///   asked of each problem in order
  /// - Complexity: O(bytes + problems × log problems) for each round
  package static func fixed(
    _ catalog: Catalog, _ scope: Scope,
    where makeIsWanted: (Catalog) -> (Problem) -> Bool = { _ in { _ in true } }
  ) -> Outcome {
    (try? fixed(catalog, scope, where: makeIsWanted, .never)) ?? Outcome(catalog: catalog)
  }

  /// The same, as long as it is not interrupted.
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
        // Rows without a name may stand such that only some rows of a section can go.
        guard let firstMove else { return outcome }
        apply(firstMove.edits, to: &outcome.catalog)
        count = 1
      }
      outcome.mendedCount += count
    }
    return outcome
  }

  private static func apply(_ fixes: DisjointFixes, _ outcome: inout Outcome) -> Int {
    apply(fixes.edits, to: &outcome.catalog)
    return fixes.count
  }

  /// Moves the rows that are out of order; the number of rows moved.
  private static func sort(_ tables: Set<Int>, _ outcome: inout Outcome) -> Int {
    let catalog = outcome.catalog
    let sortings = catalog.tables.filter { tables.contains($0.id) }
      .compactMap { catalog.sorting(of: $0) }
    apply(sortings.map(\.edit), to: &outcome.catalog)
    return sortings.reduce(0) { $0 + $1.movedRowCount }
  }

  /// Few edits are put into the text one by one, many in one pass over it; one in a long line costs
  /// that line.
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

/// Fixes whose edits neither overlap nor touch, as they come.
private struct DisjointFixes {
  /// The edits, in order.
  private(set) var edits: [TextEdit] = []
  private(set) var count = 0

  /// Takes a fix unless it touches one taken before.
  ///
  /// - Complexity: O(log edits) where fixes come in order
  mutating func take(_ fix: Fix) {
    guard !fix.edits.isEmpty, fix.edits.allSatisfy(isFree) else { return }
    for edit in fix.edits { edits.insert(edit, at: place(edit)) }
    count += 1
  }

  /// The index of the first edit that ends at or behind the start of another.
  private func place(_ edit: TextEdit) -> Int {
    if let last = edits.last, last.end < edit.start { return edits.count }
    return edits.partitioningIndex { $0.end >= edit.start }
  }

  private func isFree(_ edit: TextEdit) -> Bool {
    let next = place(edit)
    return next == edits.count || edit.end < edits[next].start
  }
}
