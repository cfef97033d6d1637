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
    let start = textEnd + 2
    guard start < value.upperBound, line[textEnd + 1] == UInt8(ascii: "("),
      line[value.upperBound - 1] == UInt8(ascii: ")"),
      isPlainDestination(line.extracting(start..<value.upperBound - 1))
    else { return nil }
    return (textStart..<textEnd, start..<value.upperBound - 1)
  }

  /// Whether no byte is a blank, a control character, a parenthesis, a backslash or `<`.
  private static func isPlainDestination(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index + 8 <= text.count {
      let word = text.word(at: index)
      if DestinationMask.special(word) != 0 { return false }
      index += 8
    }
    while index < text.count {
      switch text[index] {
      case 0...0x20, 0x7F..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"),
        UInt8(ascii: "<"):
        return false
      default: index += 1
      }
    }
    return true
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

  /// A row's name without markup, from the cell that holds it; only the first is read where that is
  /// enough.
  static func bytes(_ line: Span<UInt8>, from contentOffset: Int, cell: Int) -> [UInt8] {
    if cell == 0, let range = RowSplitter.firstCell(line, from: contentOffset) {
      let value = RowSplitter.trimmed(range, in: line)
      if let link = simpleLink(line, value) { return PlainText.bytes(line, link.text) }
    }
    let row = Row(line, from: contentOffset)
    guard cell < row.cellCount else { return [] }
    return PlainText.bytes(line, RowName(line, value: row.values[cell]).text)
  }
}
