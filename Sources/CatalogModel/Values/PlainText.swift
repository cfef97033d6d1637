import LineStore
import TableSyntax

/// A value's text without inline markup, as far as names need it (GFM 0.29 §6).
package enum PlainText {
  /// The bytes without backslash escapes, backticks, asterisks, tildes in pairs and an
  /// underscore around the whole.
  ///
  /// - Complexity: O(range)
  package static func bytes(_ line: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    forEachByte(line, range) { out.append($0) }
    return out
  }

  /// The text as a string; a broken sequence becomes U+FFFD.
  package static func string(_ line: Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: bytes(line, range), as: UTF8.self)
  }

  /// Whether text is its own plain text, in ASCII.
  ///
  /// - Complexity: O(text), eight bytes at a time
  static func isPlain(_ text: Span<UInt8>) -> Bool {
    if !text.isEmpty, text[0] == UInt8(ascii: "_") { return false }
    var index = 0
    while index + 8 <= text.count {
      if mayHoldMarkup(text.word(at: index)) { return false }
      index += 8
    }
    return !mayHoldMarkup(text.lastWord(from: index))
  }

  /// Whether a word holds `*`, `` ` ``, `~`, a backslash, or what is no printable ASCII.
  @inline(__always)
  private static func mayHoldMarkup(_ word: UInt64) -> Bool {
    ByteMask.unusual(word) | ByteMask.equal(word, UInt8(ascii: "*"))
      | ByteMask.equal(word, UInt8(ascii: "`")) | ByteMask.equal(word, UInt8(ascii: "~"))
      | ByteMask.equal(word, UInt8(ascii: "\\")) != 0
  }

  static func forEachByte(_ line: Span<UInt8>, _ range: Range<Int>, _ body: (UInt8) -> Void) {
    var range = range.clamped(to: 0..<line.count)
    while range.count > 2, line[range.lowerBound] == UInt8(ascii: "_"),
      line[range.upperBound - 1] == UInt8(ascii: "_")
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = line[index]
      index += 1
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "`"): continue
      case UInt8(ascii: "~") where index < range.upperBound && line[index] == byte:
        index += 1
      case UInt8(ascii: "\\") where index < range.upperBound && line[index].isPunctuation:
        body(line[index])
        index += 1
      default: body(byte)
      }
    }
  }
}
