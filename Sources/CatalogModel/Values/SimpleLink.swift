import TableSyntax

/// A value that is `[text](destination)` and nothing else, without a byte that needs a second look:
/// most names, read without a parse of the whole value.
struct SimpleLink: Sendable {
  /// The whole link, in bytes of the line.
  let range: Range<Int>
  /// Between the brackets.
  let text: Range<Int>
  /// Between the parentheses.
  let destination: Range<Int>

  /// The link that a value is; nil for any other value.
  ///
  /// - Complexity: O(value), eight bytes of the destination at a time
  init?(_ line: Span<UInt8>, _ value: Range<Int>) {
    guard let first = value.first, line[first] == UInt8(ascii: "[") else { return nil }
    let textStart = first + 1
    var index = textStart
    while index < value.upperBound, line[index] != UInt8(ascii: "]") {
      switch line[index] {
      case UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"): return nil
      default: index += 1
      }
    }
    let start = index + 2
    guard start < value.upperBound, line[index + 1] == UInt8(ascii: "("),
      line[value.upperBound - 1] == UInt8(ascii: ")"),
      Self.isPlain(line.extracting(start..<value.upperBound - 1))
    else { return nil }
    range = value
    text = textStart..<index
    destination = start..<value.upperBound - 1
  }

  /// Whether it has a text and a full URL.
  func isComplete(_ line: Span<UInt8>) -> Bool {
    !text.isEmpty && !line[text.lowerBound].isBlank && !line[text.upperBound - 1].isBlank
      && URLParts.isFull(line, destination) && URLMistake(line, destination) == nil
  }

  /// Whether no byte of a destination needs a second look.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index + 8 <= text.count {
      if DestinationMask.special(text.word(at: index)) != 0 { return false }
      index += 8
    }
    let rest = UInt64(truncatingIfNeeded: text.count - index)
    return DestinationMask.special(text.lastWord(from: index)) & ~(~0 &<< (rest * 8)) == 0
  }

  /// The same as a parse of the value gives it.
  var inlineLink: InlineLink {
    InlineLink(range: range, text: text, destination: destination, isImage: false)
  }
}
