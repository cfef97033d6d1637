package import CatalogModel
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

  /// Applies fixes until none is left; each round takes those that do not touch one another.
  ///
  /// - Complexity: O(rounds × rows with problems)
  package static func fixed(
    _ catalog: Catalog, _ scope: Scope, where isWanted: (Problem) -> Bool = { _ in true }
  ) -> Catalog {
    (try? fixed(catalog, scope, where: isWanted, .never)) ?? catalog
  }

  /// The same, as long as it is not interrupted.
  package static func fixed(
    _ catalog: Catalog, _ scope: Scope, where isWanted: (Problem) -> Bool = { _ in true },
    _ interruption: Interruption
  ) throws(Interrupted) -> Catalog {
    var catalog = catalog
    var moveCountLeft = catalog.text.lineCount
    for _ in 0..<roundCountMax {
      var fixes: [Fix] = []
      try catalog.forEachProblem { problem throws(Interrupted) in
        try interruption.check()
        if isWanted(problem), let fix = problem.fix, scope.takes(fix) { fixes.append(fix) }
      }
      if apply(fixes.filter { !$0.movesLine }, to: &catalog) { continue }
      guard let move = fixes.first(where: \.movesLine), moveCountLeft > 0 else { break }
      moveCountLeft -= 1
      catalog.apply(together: move.edits)
    }
    return catalog
  }

  /// Rounds after which mending is given up: more than any list needs.
  private static let roundCountMax = 10_000

  /// Applies the fixes whose edits are apart; false where there is none.
  private static func apply(_ fixes: [Fix], to catalog: inout Catalog) -> Bool {
    var edits: [TextEdit] = []
    var lines: Set<Int> = []
    for fix in fixes {
      let touched = fix.edits.flatMap { Array($0.start.line...$0.end.line) }
      if touched.contains(where: lines.contains), overlaps(fix, edits) { continue }
      lines.formUnion(touched)
      edits += fix.edits
    }
    catalog.apply(together: edits)
    return !edits.isEmpty
  }

  private static func overlaps(_ fix: Fix, _ edits: [TextEdit]) -> Bool {
    fix.edits.contains { edit in
      edits.contains { $0.start <= edit.end && edit.start <= $0.end }
    }
  }
}

extension Fix {
  /// Whether it moves a whole line: places behind it are then no longer those of other fixes.
  var movesLine: Bool { !isSafe && edits.contains { $0.start.line != $0.end.line } }
}
