import CatalogSchema

/// A required cell is empty.
///
/// The row cannot be found by that column. Only a person knows the value, so there is no fix.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts |  | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum EmptyCellRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where cell.value.isEmpty && !cell.isTraded {
      guard reading.plan.columns[cell.column].column?.isRequired == true else { continue }
      sink.report(.emptyCell, reading.row.cells[cell.cell]) {
        Explanation(message: "\(quoted(reading.plan.title(cell.column))) is empty")
      }
    }
  }
}
