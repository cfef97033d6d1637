package import TableSyntax

/// The form that a table's rows are given: the width of each column, or none in compact form.
package struct RowLayout: Sendable, Equatable {
  /// Display width of each column, in columns of a terminal; nil: no padding.
  package var columnWidths: [Int]?
  /// Alignment of each column.
  package var alignments: [ColumnAlignment]

  /// Writes a body or header row's cells; `line` up to `contentOffset` stays as it is.
  func row(_ line: Span<UInt8>, from contentOffset: Int) -> [UInt8] {
    var out = prefix(line, contentOffset)
    out.append(UInt8(ascii: "|"))
    var column = 0
    RowSplitter.forEachCell(line, from: contentOffset) { cell in
      let text = line.withoutBlanks(cell)
      let padding = padding(column: column, displayWidth: DisplayWidth.of(line, text))
      out.appendSpaces(padding.left + 1)
      for index in text { out.append(line[index]) }
      out.appendSpaces(padding.right + 1)
      out.append(UInt8(ascii: "|"))
      column += 1
    }
    return out
  }

  /// Writes the delimiter row.
  func delimiterRow(_ line: Span<UInt8>, from contentOffset: Int) -> [UInt8] {
    var out = prefix(line, contentOffset)
    out.append(UInt8(ascii: "|"))
    for (column, alignment) in alignments.enumerated() {
      let width = max(3, columnWidths.map { column < $0.count ? $0[column] : 3 } ?? 3)
      let hasLeft = alignment == .left || alignment == .center
      let hasRight = alignment == .right || alignment == .center
      out.append(UInt8(ascii: " "))
      for dash in 0..<width {
        let isColon = dash == 0 && hasLeft || dash == width - 1 && hasRight
        out.append(isColon ? UInt8(ascii: ":") : UInt8(ascii: "-"))
      }
      out.append(contentsOf: Array(" |".utf8))
    }
    return out
  }

  private func prefix(_ line: Span<UInt8>, _ contentOffset: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(line.count + 16)
    for index in 0..<min(contentOffset, line.count) { out.append(line[index]) }
    return out
  }

  private func padding(column: Int, displayWidth: Int) -> (left: Int, right: Int) {
    guard let columnWidths, column < columnWidths.count else { return (0, 0) }
    let space = max(0, columnWidths[column] - displayWidth)
    switch column < alignments.count ? alignments[column] : .none {
    case .none, .left: return (0, space)
    case .right: return (space, 0)
    case .center: return (space / 2, space - space / 2)
    }
  }
}

extension Span where Element == UInt8 {
  /// A range without the spaces and tabs at its ends; nothing else is ever taken from a cell.
  func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}

extension [UInt8] {
  mutating func appendSpaces(_ count: Int) {
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: Swift.max(0, count)))
  }
}
