import CatalogSchema
import TableSyntax

/// A row has fewer cells than its table has columns.
///
/// Renderers pad a short row at its end, so a cell that is missing in the middle puts every later
/// value into the wrong column. If all values fit in one way only, the fix inserts the empty cells
/// there.
///
/// Fix: safe, where a value comes to a column that knows it
/// Bad: `| [ACDC](https://acdc.org) | Hearts | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum MissingCellRule {
  static let rule = Rule("missing-cell", .error, .irregularRows(check), .line(textCheck))

  @Sendable static func check(
    _ view: RowView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    let end = rowEnd(view.row, line)
    switch view.placement {
    case .short(.clear(let missing)):
      let edits = insertions(missing, view.row, line)
      let start = edits.first?.range.lowerBound ?? end
      let isSafe = isSafe(missing, view, line)
      sink.report(start..<start) {
        let names = listed(missing.map { quoted(view.plan.title($0)) }, by: "and")
        return Explanation(
          message: "Missing cell: the row has no cell for \(names)",
          fix: RowFix(
            title: missing.count == 1
              ? "Insert an empty cell for \(names)" : "Insert empty cells for \(names)",
            isSafe: isSafe, effect: .insertion, edits: edits))
      }
    case .short(.unclear(let possible)):
      sink.report(end..<end) { Explanation(message: message(view, possible)) }
    case .exact, .long, .split: break
    }
  }

  /// Whether an insertion moves a value into a column that knows it; or moves none, in a schema of
  /// the list's own or in closed columns.
  private static func isSafe(
    _ missing: [Int], _ view: RowView, _ line: Span<UInt8>
  ) -> Bool {
    let columns = view.plan.columns
    guard let first = missing.first, first < view.row.cellCount else {
      return view.plan.schema?.isBuiltIn == false
        || missing.allSatisfy { columns[$0].requirements.isClosed }
    }
    return view.cells.contains { cell in
      guard let column = cell.column, column != cell.index else { return false }
      return columns[column].knows(line, cell.value)
        && !columns[cell.index].knows(line, cell.value)
    }
  }

  /// The columns that may be missing, if they are few, else where the row ends.
  private static func message(_ view: RowView, _ possible: [Int]) -> String {
    let counts =
      "Missing cell: the row has \(view.row.cellCount) of \(view.plan.columns.count) cells"
    let missingCount = view.plan.columns.count - view.row.cellCount
    guard possible.count <= 3 else {
      return "\(counts) and ends after \(quoted(view.plan.title(view.row.cellCount - 1)))"
    }
    let names = possible.map { quoted(view.plan.title($0)) }
    return missingCount == 1
      ? "\(counts); \(listed(names, by: "or")) may be missing"
      : "\(counts); \(missingCount) of \(listed(names, by: "and")) may be missing"
  }

  private static func rowEnd(_ row: Row, _ line: Span<UInt8>) -> Int {
    guard let last = row.cells.last?.range else { return line.count }
    return row.hasClosingPipe ? last.upperBound + 1 : line.withoutBlanks(last).upperBound
  }

  /// Empty cells for the missing columns, each after the cell before it.
  private static func insertions(
    _ missing: [Int], _ row: Row, _ line: Span<UInt8>
  ) -> [RowEdit] {
    var edits: [RowEdit] = []
    for (index, column) in missing.enumerated() {
      let edit = insertion(beforeCell: column - index, row, line)
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
