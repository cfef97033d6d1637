import CatalogSchema
import TableSyntax

/// Short rows compared with the other rows of their tables.
extension MissingCellRule {
  /// Reports a row whose values are under wrong headers as the other rows show it; or one that ends
  /// before a column that nearly all others fill.
  @Sendable static func guess(
    _ guesses: GuessView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    guard guesses.habits.hasShortRows, guesses.row.cellCount < guesses.plan.columns.count else {
      return
    }
    let view = RowView(line, guesses.row, guesses.plan)
    // The schema shows the others.
    guard view.placement == .short(.atStart), !lacksRequiredCell(view) else { return }
    let kinds = guesses.kinds(line)
    if isTitle(kinds, guesses) || reportMisfit(kinds, view, guesses, line, &sink) { return }
    reportEarlyEnd(view, guesses, line, &sink)
  }

  /// Whether a value does not fit its column, but all would fit if some cell before it were not
  /// missing.
  private static func reportMisfit(
    _ kinds: [CellKind], _ view: RowView, _ guesses: GuessView, _ line: Span<UInt8>,
    _ sink: inout ProblemSink
  ) -> Bool {
    let columnCount = view.plan.columns.count
    func takes(_ cell: Int, _ column: Int) -> Bool {
      guesses.takes(line, cell, kinds[cell], inColumn: column)
    }
    if view.row.cells.indices.allSatisfy({ takes($0, $0) }) { return false }
    guard view.row.cellCount * columnCount <= ColumnFit.comparisonCountMax else { return false }
    let alignment = CellAlignment(
      line, shortRow: view.row, columnCount: columnCount, accepts: takes)
    if alignment.wayCount == 0 { return false }
    if let missing = alignment.onlyMissingColumns {
      report(missing, view, line, isSafe: false, severity: .error, &sink)
    } else {
      report(
        possible: alignment.possibleMissingColumns, view, line, severity: .error, &sink)
    }
    return true
  }

  private static func reportEarlyEnd(
    _ view: RowView, _ guesses: GuessView, _ line: Span<UInt8>,
    _ sink: inout ProblemSink
  ) {
    let missing = view.row.cellCount..<view.plan.columns.count
    let habits = guesses.habits.columns
    guard let column = missing.first(where: { habits[$0].contains(.mostlyFilled) })
    else { return }
    let end = rowEnd(view.row, line)
    sink.report(end..<end) {
      Explanation(
        message: "\(ending(of: view)), though nearly all other rows fill "
          + quoted(view.plan.title(column)))
    }
  }

  /// Whether a row is the title of a group: it has one value, and no link where all others have
  /// one.
  private static func isTitle(_ kinds: [CellKind], _ guesses: GuessView) -> Bool {
    guard guesses.plan.schema == nil, kinds.count(where: { $0 != .blank }) == 1 else {
      return false
    }
    return !(kinds.first == .link && guesses.habits.columns.first?.contains(.linked) == true)
  }
}
