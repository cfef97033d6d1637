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

/// The rules that judge a row by itself, in the order of their registry.
struct RowRules: Sendable {
  private struct Entry: Sendable {
    var rule: ProblemSink.ReportedRule
    var cells: [CellCheck] = []
    var rows: [RowCheck] = []
  }

  private struct NumberedCheck: Sendable {
    var rule: ProblemSink.ReportedRule
    var check: CellCheck
  }

  private let entries: [Entry]
  /// The checks that may report a cell, by the cell's traits.
  private let cellChecks: [[NumberedCheck]]
  /// Whether some check needs every row as a whole, so that no row can be judged cell by cell.
  let needsWholeRows: Bool

  /// The cell and row checks of some rules.
  init(_ rules: [(rule: ProblemSink.ReportedRule, cells: [CellCheck], rows: [RowCheck])]) {
    entries = rules.map { Entry(rule: $0.rule, cells: $0.cells, rows: $0.rows) }
      .filter { !$0.cells.isEmpty || !$0.rows.isEmpty }
    cellChecks = (0..<CellTraits.setCount).map { [entries] bits in
      let traits = CellTraits(rawValue: UInt8(truncatingIfNeeded: bits))
      return entries.flatMap { entry in
        entry.cells.filter { !$0.traits.isDisjoint(with: traits) }
          .map { NumberedCheck(rule: entry.rule, check: $0) }
      }
    }
    needsWholeRows = entries.contains { $0.rows.contains(where: \.appliesToRegularRows) }
  }

  /// Judges a row whose items are read.
  ///
  /// - Parameter rules: the rules that may report something, where that is known
  func check(
    _ view: RowView, _ line: Span<UInt8>, _ sink: inout ProblemSink, only rules: RuleSet = .all
  ) {
    for entry in entries where rules.contains(number: entry.rule.number) {
      sink.setRule(entry.rule)
      for row in entry.rows { row.check(view, line, &sink) }
      for cell in entry.cells {
        for part in view.cells where !cell.traits.isDisjoint(with: part.traits) {
          cell.check(part, view.context, line, &sink)
        }
      }
    }
  }

  /// Judges a cell by itself.
  func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    for entry in cellChecks[Int(cell.traits.rawValue)] {
      sink.setRule(entry.rule)
      entry.check.check(cell, context, line, &sink)
    }
  }

  /// Whether some rule may report a cell with these traits.
  func mayReport(_ traits: CellTraits) -> Bool { !cellChecks[Int(traits.rawValue)].isEmpty }
}
