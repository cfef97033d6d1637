import CatalogSchema
import LineStore
import TableSyntax

/// A required cell is empty.
///
/// The row cannot be found by that column. Only a person knows the value, so there is no fix. A
/// table with fewer rows than its schema requires is reported on its header.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts |  | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum EmptyCellRule {
  static let rule = Rule(
    "empty-cell", .warning, .cells(.empty, check),
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
