import CatalogModel
import TableSyntax

/// The cell that a cursor is in: a cell of the row, or the one that begins after its last pipe.
struct CellPlace {
  /// Index of the cell in its row.
  let index: Int
  /// Index of the column.
  let column: Int
  let planned: PlannedColumn
  /// The cell between its pipes, in bytes of the line.
  let cell: Range<Int>
  /// The value in it, possibly empty.
  let value: Range<Int>
  /// The cursor.
  let cursor: Int

  /// The place of a cursor; nil where the cell belongs to no column, and after the closing pipe of
  /// a complete row.
  init?(_ byteColumn: Int, _ bytes: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    cursor = byteColumn
    guard let first = row.cells.first?.range, let last = row.cells.last?.range,
      byteColumn >= first.lowerBound
    else { return nil }
    let columns = row.columns(bytes, plan)
    if byteColumn > last.upperBound {
      guard row.cellCount < plan.columns.count,
        let next = Self.nextColumn(after: columns, plan)
      else { return nil }
      index = row.cellCount
      column = next
      cell = last.upperBound + 1..<bytes.count
      value = byteColumn..<byteColumn
    } else {
      index = row.cells.firstIndex { byteColumn <= $0.range.upperBound } ?? row.cellCount - 1
      guard let known = columns[index] else { return nil }
      column = known
      cell = row.cells[index].range
      value = row.cells[index].value
    }
    planned = plan.columns[column]
  }

  /// The column of a cell after the last; a cell that was left out stays left out.
  private static func nextColumn(after columns: [Int?], _ plan: TablePlan) -> Int? {
    let next = (columns.compactMap { $0 }.max() ?? -1) + 1
    return plan.columns.indices.contains(next) ? next : nil
  }

  /// Whether the cell is where readers expect a row's name, and is the only one of its row or
  /// begins with a link's bracket, also in emphasis.
  func beginsName(_ bytes: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> Bool {
    let start = bytes.skip(while: { "*_~".utf8.contains($0) }, from: value.lowerBound)
    if bytes.hasPrefix("[", at: start) { return index == plan.keyColumn ?? 0 }
    return row.cellCount == 1 && index == plan.keyColumn
  }

  /// Where terms may be typed: the text of a link that the cursor is in, else the cell up to the
  /// value's end; nil in the rest of a link.
  func termRange(_ bytes: Span<UInt8>) -> Range<Int>? {
    let content = planned.content(bytes, value)
    if content != value { return content.touches(cursor) ? content : nil }
    let link = InlineLinks(in: bytes, value).links.first {
      $0.range.lowerBound < cursor && cursor < $0.range.upperBound
    }
    if let link { return link.text.touches(cursor) ? link.text : nil }
    return cell.lowerBound..<max(cell.lowerBound, value.upperBound)
  }
}

extension Range<Int> {
  /// Whether a cursor is in the range or at one of its ends.
  func touches(_ cursor: Int) -> Bool { lowerBound <= cursor && cursor <= upperBound }
}
