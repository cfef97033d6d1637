import CatalogSchema
import TableSyntax

/// The fast path: reads rows cell by cell that have one cell per column, no comment and no value
/// that may belong to another column.
///
/// It runs the same checks of the same cells as the reading of whole rows, and leaves out those
/// that need a whole row, which have nothing to report in such rows (`CellwiseReadingTests`).
struct CellwiseReading {
  private var verdicts = VerdictMemo()

  /// Reads a row; false if it has to be read as a whole.
  ///
  /// - Complexity: O(line)
  mutating func read(
    _ line: Span<UInt8>, _ row: Row, _ plan: TablePlan, _ rules: RowRules,
    _ measure: inout RowMeasure
  ) -> Bool {
    guard row.cellCount == plan.columns.count, row.comments.isEmpty, !rules.needsWholeRows else {
      return false
    }
    verdicts.use(plan)
    let context = RowContext(
      plan: plan, row: row, nameValue: plan.keyColumn.map { row.cells[$0].value })
    var sink = ProblemSink.counting()
    for column in 0..<row.cellCount {
      let cell = row.cells[column]
      let traits = CellTraits(plan.columns[column].traits, cell)
      let isRead =
        if traits.isSubset(of: [.terms, .empty]), traits.contains(.terms) {
          readTerms(line, cell, column, context, rules, &measure, &sink)
        } else {
          read(line, cell, column, traits, context, rules, &measure, &sink)
        }
      if !isRead { return false }
    }
    measure.rules = sink.rules
    measure.problemCount = sink.problemCount
    return true
  }

  /// Reads a cell whose verdict is cached by its text.
  private mutating func readTerms(
    _ line: Span<UInt8>, _ cell: RowCell, _ column: Int, _ context: RowContext, _ rules: RowRules,
    _ measure: inout RowMeasure, _ sink: inout ProblemSink
  ) -> Bool {
    let verdict = verdicts.verdict(line, cell, column, context, rules)
    if verdict.isMisplaced { return false }
    sink.add(verdict.rules, count: verdict.problemCount)
    measure.itemCount += verdict.itemCount
    measure.fittingItemCount += verdict.acceptedItemCount
    for index in verdict.terms {
      measure.terms.add(verdicts.termNumbers[index], ofColumn: column)
    }
    return true
  }

  /// Reads any other cell.
  private func read(
    _ line: Span<UInt8>, _ cell: RowCell, _ column: Int, _ traits: CellTraits,
    _ context: RowContext, _ rules: RowRules, _ measure: inout RowMeasure,
    _ sink: inout ProblemSink
  ) -> Bool {
    let isKey = context.plan.keyColumn == column
    if !isKey, traits.isDisjoint(with: [.terms, .bracket]), !rules.mayReport(traits) {
      return true
    }
    var view = CellView(line, cell, index: column, column: column, context.plan)
    if traits.contains(.terms) {
      view.readItems(line, context.plan)
      if view.hasMisplacedItem(line, context.plan) { return false }
      measure.addTerms(of: view, context.plan)
      measure.countItems(of: view)
    }
    rules.check(view, context, line, &sink)
    if isKey {
      measure.setName(of: view, line, context.plan)
    } else if context.plan.keyColumn != nil {
      measure.addLinks(of: view, line)
    }
    return true
  }
}
