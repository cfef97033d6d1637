import CatalogSchema
import TableSyntax

/// The fast path: reads rows cell by cell that have one cell per column, no comment and no value
/// that may belong to another column.
///
/// It runs the same checks of the same cells as the reading of whole rows, and leaves out those
/// that need a whole row, which have nothing to report in such rows (`FastPathTests`).
struct CellwiseReading {
  private var verdicts = VerdictMemo()

  /// Adds what cells of cached texts said to a sum.
  mutating func takeEvidence(into tally: inout LearnedTally) { verdicts.take(into: &tally) }

  /// Does so before the cache is emptied.
  mutating func saveEvidence(into tally: inout LearnedTally) {
    if verdicts.isFull { verdicts.take(into: &tally) }
  }

  /// Subtracts what a row that was read said.
  mutating func forget(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    verdicts.uncount(line, row, plan, columns: plan.columns.indices)
  }

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
    for column in 0..<row.cellCount {
      let cell = row.cells[column]
      let traits = CellTraits(plan.columns[column].traits, cell)
      // What rules say of other markup follows from the text alone.
      let kind = traits.subtracting(.markup)
      if kind == .terms || kind == [.terms, .empty] {
        let place =
          verdicts.place(line, cell, column)
          ?? verdicts.add(line, cell, column, RowContext(plan: plan, row: row), rules)
        if verdicts[place].isMisplaced {
          verdicts.uncount(line, row, plan, columns: 0..<column)
          return false
        }
        if plan.needsEvidence[column] { verdicts.count(place) }
        add(place, ofColumn: column, &measure)
      } else if plan.keyColumn == column || !traits.isDisjoint(with: [.terms, .bracket, .empty])
        || rules.mayReport(traits)
      {
        var view = CellView(line, cell, index: column, column: column, plan)
        if !read(line, &view, plan, &measure) {
          verdicts.uncount(line, row, plan, columns: 0..<column)
          return false
        }
        if traits.contains(.bracket) { measure.noteLabels(of: view, line) }
        if rules.mayReport(view.ruleTraits) {
          check(view, line, RowContext(plan: plan, row: row), rules, &measure)
        }
      }
    }
    return true
  }

  private func add(_ place: Int, ofColumn column: Int, _ measure: inout RowMeasure) {
    let verdict = verdicts[place]
    measure.rules.formUnion(verdict.rules)
    measure.problemCount += verdict.problemCount
    for index in verdict.terms {
      measure.terms.add(verdicts.termNumbers[index], ofColumn: column)
    }
  }

  /// Reads a cell that no verdict is kept of; false if its row has to be read as a whole.
  private func read(
    _ line: Span<UInt8>, _ view: inout CellView, _ plan: TablePlan, _ measure: inout RowMeasure
  ) -> Bool {
    if view.traits.contains(.terms) {
      view.readItems(line, plan)
      if view.hasMisplacedItem(line, plan) { return false }
      measure.addTerms(of: view, plan)
    }
    measure.addEvidence(of: view, line, plan)
    if plan.keyColumn == view.column {
      measure.setName(of: view, line, plan)
    } else if plan.keyColumn != nil, plan.schema != nil {
      measure.addLinks(of: view, line)
    }
    return true
  }

  private func check(
    _ view: CellView, _ line: Span<UInt8>, _ context: RowContext, _ rules: RowRules,
    _ measure: inout RowMeasure
  ) {
    var sink = ProblemSink.counting()
    rules.check(view, context, line, &sink)
    measure.rules.formUnion(sink.rules)
    measure.problemCount += sink.problemCount
  }
}
