import LineStore
import TableSyntax

/// A value's text without inline markup, as far as names need it (GFM 0.29 §6).
package enum PlainText {
  /// The bytes without backslash escapes, and without the backticks, asterisks and tildes that
  /// render as markup, and an underscore around the whole; character references are decoded.
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
    !hasMarkup(text) && !holds(text, ByteMask.unusual)
  }

  /// Whether text may render as another text.
  ///
  /// - Complexity: O(text), eight bytes at a time
  static func hasMarkup(_ text: Span<UInt8>) -> Bool {
    !text.isEmpty && text[0] == UInt8(ascii: "_") || holds(text, markup)
  }

  private static func holds(_ text: Span<UInt8>, _ mask: (UInt64) -> UInt64) -> Bool {
    var index = 0
    while index + 8 <= text.count {
      if mask(text.word(at: index)) != 0 { return true }
      index += 8
    }
    return mask(text.lastWord(from: index)) != 0
  }

  /// The bytes `*`, `&`, `` ` ``, `~` and backslash.
  @inline(__always)
  private static func markup(_ word: UInt64) -> UInt64 {
    ByteMask.equal(word, UInt8(ascii: "*")) | ByteMask.equal(word, UInt8(ascii: "&"))
      | ByteMask.equal(word, UInt8(ascii: "`")) | ByteMask.equal(word, UInt8(ascii: "~"))
      | ByteMask.equal(word, UInt8(ascii: "\\"))
  }

  static func forEachByte(_ line: Span<UInt8>, _ range: Range<Int>, _ body: (UInt8) -> Void) {
    var range = range.clamped(to: 0..<line.count)
    while range.count > 2, line[range.lowerBound] == UInt8(ascii: "_"),
      line[range.upperBound - 1] == UInt8(ascii: "_")
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    if holds(line.extracting(range), markup) {
      readMarkup(line, range, body)
    } else {
      for index in range { body(line[index]) }
    }
  }

  private static func readMarkup(
    _ line: Span<UInt8>, _ range: Range<Int>, _ body: (UInt8) -> Void
  ) {
    let opaque = InlineLinks(in: line, range).opaque
    var runs = EmphasisRuns(line, range, outside: opaque).runs[...]
    var code = opaque.filter { line[$0.lowerBound] == UInt8(ascii: "`") }[...]
    var index = range.lowerBound
    while index < range.upperBound {
      if let span = code.first, span.lowerBound == index {
        for place in content(ofCode: span, line) { body(line[place]) }
        code.removeFirst()
        index = span.upperBound
      } else if let run = runs.first, run.start == index {
        for _ in 0..<run.left { body(run.byte) }
        runs.removeFirst()
        index += run.count
      } else if line[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound,
        line[index + 1].isPunctuation
      {
        body(line[index + 1])
        index += 2
      } else if let reference = CharacterReference(line, at: index, before: range.upperBound) {
        for byte in String(reference.character).utf8 { body(byte) }
        index = reference.end
      } else {
        body(line[index])
        index += 1
      }
    }
  }

  /// The text between a code span's backticks, without one space at both ends.
  private static func content(ofCode span: Range<Int>, _ line: Span<UInt8>) -> Range<Int> {
    let tickCount =
      line.skip(while: { $0 == UInt8(ascii: "`") }, from: span.lowerBound)
      - span.lowerBound
    let inside =
      span.lowerBound
      + tickCount..<max(
        span.lowerBound + tickCount, span.upperBound - tickCount)
    guard inside.count > 2, line[inside.lowerBound] == 0x20, line[inside.upperBound - 1] == 0x20
    else { return inside }
    return inside.lowerBound + 1..<inside.upperBound - 1
  }
}
