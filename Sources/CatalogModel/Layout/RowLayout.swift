import LineStore
package import TableSyntax

/// The form that a table's rows are given: the width of each column, or none in compact form.
package struct RowLayout: Sendable, Equatable {
  /// Display width of each column, in columns of a terminal; nil: no padding.
  package var columnWidths: [Int]?
  /// Alignment of each column.
  package var alignments: [ColumnAlignment]

  /// Writes a header or body row in this form; the cells' texts stay as they are.
  ///
  /// `eachGap` gets each range of the line between two texts, or at the row's ends, and the text
  /// that replaces it.
  ///
  /// - Complexity: O(line)
  package func write(
    _ row: Row, _ bytes: Span<UInt8>, to out: inout ContiguousArray<UInt8>,
    eachGap: (Range<Int>, Span<UInt8>) -> Void = { _, _ in }
  ) {
    out.append(bytes, 0..<row.contentOffset)
    var gapStart = row.contentOffset
    var newStart = out.count
    out.append(UInt8(ascii: "|"))
    for column in 0..<row.cellCount {
      let blanks = row.blanks(ofCell: column, bytes)
      let text = blanks.text(of: row.cells[column].range)
      let padding = padding(column: column, displayWidth: blanks.textWidth)
      out.appendSpaces(padding.left + 1)
      if !text.isEmpty {
        eachGap(gapStart..<text.lowerBound, out.span.extracting(newStart..<out.count))
        out.append(bytes, text)
        gapStart = text.upperBound
        newStart = out.count
      }
      out.appendSpaces(padding.right + 1)
      out.append(UInt8(ascii: "|"))
    }
    eachGap(gapStart..<bytes.count, out.span.extracting(newStart..<out.count))
  }

  /// Writes the delimiter row in this form: one gap after its prefix.
  package func writeDelimiterRow(
    _ bytes: Span<UInt8>, from contentOffset: Int, to out: inout ContiguousArray<UInt8>,
    eachGap: (Range<Int>, Span<UInt8>) -> Void = { _, _ in }
  ) {
    let start = min(contentOffset, bytes.count)
    out.append(bytes, 0..<start)
    let newStart = out.count
    out.append(contentsOf: delimiterRow)
    eachGap(start..<bytes.count, out.span.extracting(newStart..<out.count))
  }

  /// The delimiter row without its prefix.
  package var delimiterRow: [UInt8] {
    var out: [UInt8] = [UInt8(ascii: "|")]
    for (column, alignment) in alignments.enumerated() {
      let width = max(3, columnWidths.map { column < $0.count ? $0[column] : 3 } ?? 3)
      let hasLeft = alignment == .left || alignment == .center
      let hasRight = alignment == .right || alignment == .center
      out.append(UInt8(ascii: " "))
      for dash in 0..<width {
        let isColon = dash == 0 && hasLeft || dash == width - 1 && hasRight
        out.append(isColon ? UInt8(ascii: ":") : UInt8(ascii: "-"))
      }
      out.append(UInt8(ascii: " "))
      out.append(UInt8(ascii: "|"))
    }
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
  package func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// Whether the bytes are these.
  package func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }

  /// Whether the bytes are these.
  func equals(_ bytes: [UInt8]) -> Bool { equals(bytes.span) }
}

extension ContiguousArray where Element == UInt8 {
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let part = bytes.extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Most padding is one copy from memory.
  private static let spaces = ContiguousArray(repeating: UInt8(ascii: " "), count: 512)

  fileprivate mutating func appendSpaces(_ count: Int) {
    if count == 1 { return append(UInt8(ascii: " ")) }
    var left = count
    while left > 0 {
      let part = Swift.min(left, Self.spaces.count)
      append(Self.spaces.span, 0..<part)
      left -= part
    }
  }
}
