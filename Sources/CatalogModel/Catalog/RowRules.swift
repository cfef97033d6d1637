import CatalogSchema

/// A check of one cell by its value, its column and the row's name.
package struct CellCheck: Sendable {
  /// The check reports cells with at least one of these traits, and no others.
  let traits: CellTraits
  let check: @Sendable (CellView, RowContext, Span<UInt8>, inout ProblemSink) -> Void
}

/// A check of a row whose cells have to be seen together.
package struct RowCheck: Sendable {
  /// Whether the check reports rows with one cell per column and no misplaced value, too.
  let appliesToRegularRows: Bool
  let check: @Sendable (RowView, Span<UInt8>, inout ProblemSink) -> Void
}

/// The rules that judge a row by itself.
struct RowRules: Sendable {
  private let rows: [RegisteredCheck<RowCheck>]
  /// The checks that may report a cell, by the cell's traits.
  private let cellsByTraits: [[RegisteredCheck<CellCheck>]]
  /// Whether some check needs every row as a whole, so that no row can be judged cell by cell.
  let needsWholeRows: Bool

  /// The cell and row checks of some rules.
  init(
    cells: [RegisteredCheck<CellCheck>],
    rows: [RegisteredCheck<RowCheck>]
  ) {
    self.rows = rows
    cellsByTraits = (0..<CellTraits.setCount).map { bits in
      let traits = CellTraits(rawValue: UInt16(truncatingIfNeeded: bits))
      return cells.filter { !$0.check.traits.isDisjoint(with: traits) }
    }
    needsWholeRows = rows.contains { $0.check.appliesToRegularRows }
  }

  /// Judges a row whose items are read.
  ///
  /// - Parameter rules: the rules that may report something, where that is known
  func check(
    _ view: RowView, _ line: Span<UInt8>, _ sink: inout ProblemSink, only rules: RuleSet = .all
  ) {
    checkRow(view, line, &sink, only: rules)
    for cell in view.cells { check(cell, view.context, line, &sink, only: rules) }
  }

  /// Runs the checks that see the cells together.
  func checkRow(
    _ view: RowView, _ line: Span<UInt8>, _ sink: inout ProblemSink, only rules: RuleSet = .all
  ) {
    for entry in rows where rules.contains(number: entry.rule.number) {
      sink.setRule(entry.rule)
      entry.check.check(view, line, &sink)
    }
  }

  /// Judges a cell by itself.
  func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink,
    only rules: RuleSet = .all
  ) {
    for entry in cellsByTraits[Int(cell.ruleTraits.rawValue)]
    where rules.contains(number: entry.rule.number) {
      sink.setRule(entry.rule)
      entry.check.check(cell, context, line, &sink)
    }
  }

  /// Whether some rule may report a cell with these traits.
  func mayReport(_ traits: CellTraits) -> Bool { !cellsByTraits[Int(traits.rawValue)].isEmpty }
}
