import CatalogSchema
import LineStore
import TableSyntax

/// A required cell is empty.
///
/// The row cannot be found by that column. Only a person knows the value, so there is no fix. A
/// table with fewer rows than its schema asks for is reported, too, on its header.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts |  | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum EmptyCellRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where cell.value.isEmpty && !cell.isTraded {
      guard reading.plan.columns[cell.column].demands.isRequired else { continue }
      sink.report(.emptyCell, reading.row.cells[cell.cell].range) {
        Explanation(message: "\(quoted(reading.plan.title(cell.column))) is empty")
      }
    }
  }

  /// The problem of a table that lacks rows.
  static func problem(of table: CatalogTable, in catalog: Catalog) -> Problem? {
    let count = table.rowCount
    guard let least = table.plan.schema?.rowCountMin, count < least else { return nil }
    return Problem(
      rule: .emptyCell, severity: .warning, range: catalog.content(ofLine: table.headerLine),
      message: "The table has \(count == 1 ? "1 row" : "\(count) rows"); it needs at least \(least)"
    )
  }
}
