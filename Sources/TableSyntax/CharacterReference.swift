/// A character written as `&amp;`, `&#38;` or `&#x26;` (GFM 0.29 §6.2).
///
/// Of the named references only those of HTML's own syntax characters.
package struct CharacterReference {
  /// The character; U+FFFD for an invalid number.
  package let character: Unicode.Scalar
  /// One past `;`.
  package let end: Int

  /// Reads the reference that starts at an ampersand; nil if it is invalid.
  package init?(_ line: Span<UInt8>, at start: Int, before limit: Int) {
    guard start < limit, line[start] == UInt8(ascii: "&") else { return nil }
    let found =
      line.hasPrefix("&#", at: start)
      ? Self.number(line, at: start) : Self.name(line, at: start)
    guard let found, found.end <= limit else { return nil }
    (character, end) = found
  }

  private static func number(
    _ line: Span<UInt8>, at start: Int
  ) -> (Unicode.Scalar, end: Int)? {
    let isHex = line.hasPrefix("&#x", at: start)
    let digits = start + (isHex ? 3 : 2)
    let close = line.skip(while: { $0.isDigit || $0.isLetter }, from: digits)
    let text = String(decoding: (digits..<close).map { line[$0] }, as: UTF8.self)
    guard (1...(isHex ? 6 : 7)).contains(text.utf8.count), line.hasPrefix(";", at: close),
      let number = Int(text, radix: isHex ? 16 : 10)
    else { return nil }
    let character = number == 0 ? nil : UInt32(exactly: number).flatMap(Unicode.Scalar.init)
    return (character ?? "\u{FFFD}", close + 1)
  }

  private static func name(
    _ line: Span<UInt8>, at start: Int
  ) -> (Unicode.Scalar, end: Int)? {
    let names: [(text: StaticString, character: Unicode.Scalar)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
    ]
    return names.first { line.hasPrefix($0.text, at: start) }.map {
      ($0.character, start + $0.text.utf8CodeUnitCount)
    }
  }
}
