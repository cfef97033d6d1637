import TableSyntax

/// The name of a row: the text of its key cell's link, or the whole value where there is none.
package struct RowName: Sendable, Equatable {
  /// The name with its markup, in bytes of the line.
  package var text: Range<Int>
  /// The destination of the name's link.
  package var destination: Range<Int>?
  /// True where the value holds some other link: a reference, an autolink or a bare address.
  package var hasOtherLink = false

  /// Reads the value of a key cell.
  ///
  /// - Complexity: O(value)
  package init(_ line: Span<UInt8>, value: Range<Int>) {
    text = value
    if value.isEmpty { return }
    if let simple = Self.simpleLink(line, value) {
      text = simple.text
      destination = simple.destination
      return
    }
    if let link = InlineLinks(in: line, value).links.first(where: { !$0.isImage }) {
      text = link.text
      destination = link.destination
      return
    }
    hasOtherLink = Self.hasOtherLink(line, value)
  }

  /// `[text](destination)` and nothing else, with no byte in it that needs a second look.
  static func simpleLink(
    _ line: Span<UInt8>, _ value: Range<Int>
  ) -> (text: Range<Int>, destination: Range<Int>)? {
    guard let first = value.first, line[first] == UInt8(ascii: "[") else { return nil }
    let textStart = first + 1
    var index = textStart
    while index < value.upperBound, line[index] != UInt8(ascii: "]") {
      switch line[index] {
      case UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"): return nil
      default: index += 1
      }
    }
    let textEnd = index
    guard index + 1 < value.upperBound, line[index + 1] == UInt8(ascii: "(") else { return nil }
    index += 2
    while index < value.upperBound, line[index] != UInt8(ascii: ")") {
      switch line[index] {
      case 0...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: "\\"), UInt8(ascii: "<"): return nil
      default: index += 1
      }
    }
    guard index == value.upperBound - 1 else { return nil }
    return (textStart..<textEnd, textEnd + 2..<index)
  }

  private static func hasOtherLink(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    for index in value {
      switch line[index] {
      case UInt8(ascii: ":") where line.hasPrefix("://", at: index): return true
      case UInt8(ascii: "]") where index > value.lowerBound:
        let next = index + 1
        if next < value.upperBound, line[next] == UInt8(ascii: "[") { return true }
      case UInt8(ascii: "<") where line.hasPrefix("<a ", at: index): return true
      default: break
      }
    }
    return false
  }

  /// A row's name without markup; only the first cell is read where that is the key.
  static func bytes(_ line: Span<UInt8>, from contentOffset: Int, column: Int) -> [UInt8] {
    if column == 0, let cell = RowSplitter.firstCell(line, from: contentOffset) {
      let value = RowSplitter.trimmed(cell, in: line)
      if let link = simpleLink(line, value) { return PlainText.bytes(line, link.text) }
    }
    let row = Row(line, from: contentOffset)
    guard column < row.cellCount else { return [] }
    return PlainText.bytes(line, RowName(line, value: row.values[column]).text)
  }
}
