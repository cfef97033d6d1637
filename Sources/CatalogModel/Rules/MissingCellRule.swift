import CatalogSchema
import TableSyntax

/// A row has fewer cells than its table has columns.
///
/// Renderers pad a short row at its end, so a cell missing in the middle puts every value behind
/// it into the wrong column. Where only one place makes all values fit, the fix puts an empty cell
/// there.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum MissingCellRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    let end = rowEnd(reading.row, line)
    switch reading.fit {
    case .short(.clear(let missing)):
      let edits = insertions(missing, reading.row, line)
      let start = edits.first?.range.lowerBound ?? end
      sink.report(.missingCell, start..<start) {
        let names = listed(missing.map { quoted(reading.plan.title($0)) }, by: "and")
        return Explanation(
          message: "Missing cell: the row has no cell for \(names)",
          fix: RowFix(title: "Insert an empty cell for \(names)", edits: edits))
      }
    case .short(.unclear(let possible)):
      sink.report(.missingCell, end..<end) {
        let counts = "\(reading.row.cellCount) of \(reading.plan.columns.count) cells"
        let missing = reading.plan.columns.count - reading.row.cellCount
        let which = missing == 1 ? "the missing one may be" : "the missing ones may be among"
        return Explanation(
          message: "Missing cell: the row has \(counts); \(which) "
            + names(possible, reading.plan, by: missing == 1 ? "or" : "and"))
      }
    case .glued:
      sink.report(.missingCell, end..<end) {
        Explanation(
          message: "Missing cell: without a blank line before it, this line is a row of the table; "
            + "put a blank line before it")
      }
    case .exact, .long: break
    }
  }

  private static func rowEnd(_ row: Row, _ line: Span<UInt8>) -> Int {
    guard let last = row.cells.last?.range else { return line.count }
    return row.hasClosingPipe ? last.upperBound + 1 : line.withoutBlanks(last).upperBound
  }

  /// The names of columns: of many the first, and how many more there are.
  private static func names(_ columns: [Int], _ plan: TablePlan, by word: String) -> String {
    var names = columns.prefix(columns.count > 9 ? 8 : 9).map { quoted(plan.title($0)) }
    let left = columns.count - names.count
    if left > 0 { names.append(word == "or" ? "one of \(left) more" : "\(left) more") }
    return listed(names, by: word)
  }

  /// Empty cells for the missing columns, each behind the cell before it.
  private static func insertions(
    _ missing: [Int], _ row: Row, _ line: Span<UInt8>
  ) -> [RowEdit] {
    var edits: [RowEdit] = []
    for (index, column) in missing.enumerated() {
      let cell = column - index
      let edit = insertion(beforeCell: cell, row, line)
      if let last = edits.last, last.range == edit.range {
        edits[edits.count - 1].replacement += Array("  |".utf8)
      } else {
        edits.append(edit)
      }
    }
    return edits
  }

  private static func insertion(
    beforeCell cell: Int, _ row: Row, _ line: Span<UInt8>
  ) -> RowEdit {
    if cell < row.cellCount {
      let start = row.cells[cell].range.lowerBound
      let hasPipe = start > 0 && start > row.contentOffset
      return RowEdit(range: start..<start, replacement: Array((hasPipe ? "  |" : "|  |").utf8))
    }
    let end = rowEnd(row, line)
    let pipe = row.hasClosingPipe ? "  |" : " |  |"
    return RowEdit(range: end..<end, replacement: Array(pipe.utf8))
  }
}
