import CatalogModel
import TableSyntax

/// Writes rows as lines.
enum RowLine {
  /// A row in compact form.
  static func compact(prefix: [UInt8], _ cells: [[UInt8]]) -> ContiguousArray<UInt8> {
    var line = ContiguousArray(prefix)
    line.append(UInt8(ascii: "|"))
    for cell in cells {
      line.append(0x20)
      line.append(contentsOf: cell)
      line.append(contentsOf: Array(" |".utf8))
    }
    return line
  }

  /// A new row in a table's layout.
  static func laidOut(
    prefix: [UInt8], _ cells: [[UInt8]], _ layout: RowLayout
  ) -> ContiguousArray<UInt8> {
    laidOut(compact(prefix: prefix, cells), from: prefix.count, layout.forNewRows)
  }

  private static func laidOut(
    _ line: ContiguousArray<UInt8>, from contentOffset: Int, _ layout: RowLayout
  ) -> ContiguousArray<UInt8> {
    var out = ContiguousArray<UInt8>()
    layout.write(Row(line.span, from: contentOffset), line.span, to: &out)
    return out
  }

  /// The trimmed texts of the cells.
  static func texts(_ row: Row, _ line: Span<UInt8>) -> [[UInt8]] {
    row.cells.map { line.array(row.trimmed($0, in: line)) }
  }

  /// A row with other cells: in the table's layout if the row has it, else with all other bytes
  /// unchanged.
  static func updated(
    _ line: Span<UInt8>, _ row: Row, to cells: [[UInt8]], _ layout: RowLayout
  ) -> ContiguousArray<UInt8> {
    let old = texts(row, line)
    var written = ContiguousArray<UInt8>()
    layout.write(row, line, to: &written)
    let isLaidOut = written.span.equals(line)
    if cells.count == old.count {
      var out = exchanged(line, row, from: old, to: cells)
      if texts(Row(out.span, from: row.contentOffset), out.span) == cells {
        if isLaidOut { out = laidOut(out, from: row.contentOffset, layout) }
        return out
      }
    }
    return laidOut(prefix: line.array(0..<row.contentOffset), cells, layout)
  }

  private static func exchanged(
    _ line: Span<UInt8>, _ row: Row, from old: [[UInt8]], to new: [[UInt8]]
  ) -> ContiguousArray<UInt8> {
    var out = ContiguousArray<UInt8>()
    var start = 0
    for (index, cell) in row.cells.enumerated() where old[index] != new[index] {
      let text = row.trimmed(cell, in: line)
      let place = text.isEmpty ? cell.range : text
      out.append(contentsOf: line.array(start..<place.lowerBound))
      out.append(contentsOf: text.isEmpty ? [0x20] + new[index] + [0x20] : new[index])
      start = place.upperBound
    }
    out.append(contentsOf: line.array(start..<line.count))
    return out
  }
}
