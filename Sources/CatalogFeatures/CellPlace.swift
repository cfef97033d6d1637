import CatalogModel
import TableSyntax

/// The cell that a cursor is in: one of the row's, or the one that begins behind its last pipe.
struct CellPlace {
  /// Index of the column.
  let column: Int
  let planned: PlannedColumn
  /// The cell between its pipes, in bytes of the line.
  let cell: Range<Int>
  /// The value in it, empty where there is none.
  let value: Range<Int>
  /// The cursor.
  let cursor: Int
  /// The cursor, moved into the cell where it stands behind the pipe of a row that has all cells.
  let cursorInCell: Int
  /// Index of the cell in its row; their number for one that only begins.
  let index: Int

  /// The place of a cursor; nil where the cell belongs to no column.
  init?(_ byteColumn: Int, _ bytes: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    cursor = byteColumn
    guard let first = row.cells.first?.range, let last = row.cells.last?.range,
      byteColumn >= first.lowerBound
    else { return nil }
    let columns = row.columns(bytes, plan)
    if byteColumn > last.upperBound, row.cellCount < plan.columns.count {
      guard let next = Self.nextColumn(behind: columns, plan) else { return nil }
      column = next
      cell = last.upperBound + 1..<bytes.count
      value = byteColumn..<byteColumn
      cursorInCell = byteColumn
      index = row.cellCount
    } else {
      index = row.cells.firstIndex { byteColumn <= $0.range.upperBound } ?? row.cellCount - 1
      guard let known = columns[index] else { return nil }
      column = known
      cell = row.cells[index].range
      value = row.cells[index].value
      cursorInCell = min(byteColumn, max(cell.upperBound, value.upperBound))
    }
    planned = plan.columns[column]
  }

  /// The column of a cell behind the last; a cell that was left out stays left out.
  private static func nextColumn(behind columns: [Int?], _ plan: TablePlan) -> Int? {
    let next = (columns.compactMap { $0 }.max() ?? -1) + 1
    return plan.columns.indices.contains(next) ? next : nil
  }
}
