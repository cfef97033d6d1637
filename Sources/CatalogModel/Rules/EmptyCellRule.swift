import CatalogSchema
import LineStore
import TableSyntax

/// A required cell is empty.
///
/// The row cannot be found by that column. Only a person knows the value, so there is no fix. In a
/// column that need not be filled it is a hint if nearly all of many rows fill it. A table with
/// fewer rows than its schema requires is reported on its header.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts |  | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum EmptyCellRule {
  static let rule = Rule(
    "empty-cell", .warning, .cells(.empty, check), .guess(guess),
    .table { table, catalog, _ in problems(of: table, in: catalog) })

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    guard let column = cell.column, !cell.isSwapped,
      context.plan.columns[column].requirements.isRequired
    else { return }
    sink.report(cell.cell.range) {
      Explanation(message: "\(quoted(context.plan.title(column))) must have a value")
    }
  }

  /// An empty cell in a column that nearly all other rows fill.
  @Sendable private static func guess(
    _ guesses: GuessView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    guard guesses.row.cellCount == guesses.habits.columns.count else { return }
    let blanks = guesses.row.cells.indices.filter { guesses.row.cells[$0].value.isEmpty }
    if isTitle(guesses.row, line) { return }
    for column in blanks
    where guesses.habits.columns[column].contains(.filled)
      && !guesses.plan.columns[column].requirements.isRequired
    {
      sink.report(guesses.row.cells[column].range) {
        Explanation(
          message: "\(quoted(guesses.plan.title(column))) is empty, unlike in nearly all other rows"
        )
      }
    }
  }

  /// Whether a row may be the title of a group: a single value without a link.
  private static func isTitle(_ row: Row, _ line: Span<UInt8>) -> Bool {
    let filled = row.cells.filter { !$0.value.isEmpty }
    return filled.count < 2 && !filled.contains { LearnedValues.hasLink(line, $0.value) }
  }

  private static func problems(of table: CatalogTable, in catalog: Catalog) -> [Problem] {
    let count = table.rowCount
    guard let least = table.plan.schema?.rowCountMin, count < least else { return [] }
    return [
      rule.problem(
        catalog.content(ofLine: table.headerLine),
        "The table must have at least \(least == 1 ? "1 row" : "\(least) rows"); it has \(count)")
    ]
  }
}
