package import LineStore
package import TableSyntax

/// The form that a table's rows are given: the width of each column, or none in compact form.
package struct RowLayout: Sendable, Equatable {
  /// Display width of each column, in columns of a terminal; nil: no padding.
  package var columnWidths: [Int]?
  /// Alignment of each column.
  package var alignments: [ColumnAlignment]

  /// The edits that give a header or body row this form: one for each changed stretch between
  /// the cells' texts, which stay as they are.
  ///
  /// - Complexity: O(line)
  package func edits(of row: Row, line: Int, _ bytes: Span<UInt8>) -> [TextEdit] {
    var edits: [TextEdit] = []
    var gap: [UInt8] = [UInt8(ascii: "|")]
    var gapStart = row.contentOffset
    for (column, cell) in row.cells.enumerated() {
      let text = bytes.withoutBlanks(cell)
      let padding = padding(column: column, displayWidth: DisplayWidth.of(bytes, text))
      gap.appendSpaces(padding.left + 1)
      if !text.isEmpty {
        Self.append(&edits, line, gapStart..<text.lowerBound, gap, bytes)
        gap = []
        gapStart = text.upperBound
      }
      gap.appendSpaces(padding.right + 1)
      gap.append(UInt8(ascii: "|"))
    }
    Self.append(&edits, line, gapStart..<bytes.count, gap, bytes)
    return edits
  }

  /// The edit that gives the delimiter row this form, or none.
  package func delimiterEdits(
    line: Int, _ bytes: Span<UInt8>, from contentOffset: Int
  ) -> [TextEdit] {
    var edits: [TextEdit] = []
    let start = min(contentOffset, bytes.count)
    Self.append(&edits, line, start..<bytes.count, delimiterRow, bytes)
    return edits
  }

  /// The delimiter row without what may stand before it.
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
      out.append(contentsOf: Array(" |".utf8))
    }
    return out
  }

  private static func append(
    _ edits: inout [TextEdit], _ line: Int, _ old: Range<Int>, _ new: [UInt8],
    _ bytes: Span<UInt8>
  ) {
    if bytes.extracting(old).equals(new) { return }
    edits.append(TextEdit(line: line, byteColumns: old, replacement: new))
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
  func equals(_ bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    for index in indices where self[index] != bytes[index] { return false }
    return true
  }
}

extension [UInt8] {
  mutating func appendSpaces(_ count: Int) {
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: Swift.max(0, count)))
  }
}
