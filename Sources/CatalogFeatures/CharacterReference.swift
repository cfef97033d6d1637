import CatalogModel
import TableSyntax

/// A character written as `&amp;`, `&#38;` or `&#x26;` (GFM 0.29 §6.2).
///
/// Of the names only those of the characters that HTML cannot do without.
struct CharacterReference {
  /// The character meant; U+FFFD for a number that none has.
  let character: Unicode.Scalar
  /// One past `;`.
  let end: Int

  /// Reads what stands at an ampersand; nil where it is no reference.
  init?(_ line: Span<UInt8>, at start: Int, before limit: Int) {
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
    let close = line.skip(while: { $0.isDigit || isHex && isHexLetter($0) }, from: digits)
    guard (1...(isHex ? 6 : 7)).contains(close - digits), line.hasPrefix(";", at: close),
      let number = Int(line.string(digits..<close), radix: isHex ? 16 : 10)
    else { return nil }
    let character = number == 0 ? nil : UInt32(exactly: number).flatMap(Unicode.Scalar.init)
    return (character ?? "\u{FFFD}", close + 1)
  }

  private static func isHexLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte.lowercasedASCII)
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
