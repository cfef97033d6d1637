import CatalogModel
import LineStore
import TableSyntax

extension Catalog {
  /// A line without its ending.
  func lineRange(_ line: Int) -> Range<TextPosition> {
    position(line, 0..<text.withLine(line) { bytes, _ in bytes.count })
  }

  /// A table from the start of its header to the end of its last line.
  func range(of table: CatalogTable) -> Range<TextPosition> {
    let last = max(table.headerLine, table.endLine - 1)
    return lineRange(table.headerLine).lowerBound..<lineRange(last).upperBound
  }

  /// Bytes of a line as positions of the text.
  func position(_ line: Int, _ byteColumns: Range<Int>) -> Range<TextPosition> {
    TextPosition(
      line: line, byteColumn: byteColumns.lowerBound)..<TextPosition(
        line: line, byteColumn: byteColumns.upperBound)
  }

  /// A body row's name with its markup, in bytes of the line; in a table without a key column the
  /// name in its first cell. Empty at the line's start where the row has none.
  func nameColumns(ofRow line: Int, in table: CatalogTable) -> Range<Int> {
    guard table.plan.keyColumn == nil else {
      return withName(ofLine: line, in: table) { _, name in name.text } ?? 0..<0
    }
    return withRow(line, in: table) { bytes, row in
      row.cells.first.map { RowName(bytes, value: $0.value).text } ?? 0..<0
    }
  }

  /// A body row's name without markup, as it is shown.
  func shownName(ofLine line: Int, in table: CatalogTable) -> String {
    ShownText.cut(name(ofLine: line, in: table), to: DisplayLimits.nameLengthMax)
  }
}
