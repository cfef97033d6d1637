import CatalogSchema
import TableSyntax

/// Fast path: proves a fix of one value in a row with one cell per column, no comment and no
/// misplaced value, by reading that cell alone again; must agree with `RowFixProof`.
struct CellFixProof {
  let plan: TablePlan
  let rules: RuleRegistry

  /// The cell of a fix, and whether the fix is safe; nil where the whole row has to be read.
  func judge(
    _ fix: RowFix, of rule: RuleCode, _ line: Span<UInt8>, _ view: RowView
  ) -> (cell: Int, isSafe: Bool)? {
    guard let index = cell(of: fix, line, view) else { return nil }
    let text = line.applying(fix.edits)
    let fixed = text.span
    let row = Row(fixed, from: view.row.contentOffset)
    guard isSameRow(row, view.row, besides: index, by: text.count - line.count),
      DelimiterLikeness.areAlike(line, view.row, fixed, row)
    else { return nil }
    var cell = CellView(fixed, row.cells[index], index: index, column: index, plan)
    cell.readItems(fixed, plan)
    if cell.hasMisplacedItem(fixed, plan) { return nil }
    guard RowChange.keepsValue(fix, view.cells[index], line, cell, fixed, plan) else {
      return (index, false)
    }
    let before = tally(view.cells[index], view.context, line)
    let after = tally(cell, RowContext(plan: plan, row: row), fixed)
    for number in before.indices where after[number] > before[number] { return nil }
    guard let number = rules.number(of: rule) else { return nil }
    return (index, after[number] < before[number])
  }

  /// The cell that holds all edits of a fix, if nothing but that cell matters.
  private func cell(of fix: RowFix, _ line: Span<UInt8>, _ view: RowView) -> Int? {
    let row = view.row
    guard fix.effect == .values, view.placement == .exact, view.misplacedItems.isEmpty,
      row.comments.isEmpty, row.hasOpeningPipe(line), let first = fix.edits.first?.range,
      let last = fix.edits.last?.range,
      let index = row.cells.firstIndex(where: {
        $0.range.lowerBound <= first.lowerBound && last.upperBound <= $0.range.upperBound
      }),
      index != plan.keyColumn, !plan.uniqueColumns.contains(where: { $0.contains(index) })
    else { return nil }
    return index
  }

  /// Whether all other cells of a row are where they were, those after the changed one moved.
  private func isSameRow(_ row: Row, _ before: Row, besides cell: Int, by offset: Int) -> Bool {
    guard row.cellCount == before.cellCount, row.comments.isEmpty else { return false }
    return row.cells.indices.allSatisfy { index in
      let (new, old) = (row.cells[index].range, before.cells[index].range)
      let start = old.lowerBound + (index > cell ? offset : 0)
      let end = old.upperBound + (index >= cell ? offset : 0)
      return new.lowerBound == start && new.upperBound == end
    }
  }

  private func tally(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>
  ) -> ContiguousArray<Int> {
    var sink = ProblemSink.tallying()
    rules.rowRules.check(cell, context, line, &sink)
    return sink.tally
  }
}
