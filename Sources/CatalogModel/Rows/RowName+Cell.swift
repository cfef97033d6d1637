import TableSyntax

extension RowName {
  /// A row's name without markup, from the cell that holds it; only the first is read where that is
  /// enough.
  static func bytes(_ line: Span<UInt8>, from contentOffset: Int, cell: Int) -> [UInt8] {
    if cell == 0, let range = RowSplitter.firstCell(line, from: contentOffset) {
      let value = RowSplitter.trimmed(range, in: line)
      if let link = SimpleLink(line, value) {
        return PlainText.bytes(line, line.withoutBlanks(link.text))
      }
    }
    let row = Row(line, from: contentOffset)
    guard cell < row.cellCount else { return [] }
    let text = RowName(line, value: row.cells[cell].value).text
    return PlainText.bytes(line, line.withoutBlanks(text))
  }
}
