import LineStore

/// URLs that may be part of a broken link: after a parenthesis that follows text, next to one that
/// nothing pairs with, or with a scheme like `htps`.
public enum DoubtfulURL {
  /// Those of some colons, given as the high bits of the bytes of a word, that such URLs have.
  static func colons(_ colons: UInt64, at index: Int, in line: Span<UInt8>) -> UInt64 {
    var rest = colons
    var doubtful = 0 as UInt64
    while rest != 0 {
      let byte = ByteMask.firstByte(rest)
      if isDoubtful(line, colon: index + byte) { doubtful |= rest & (0 &- rest) }
      rest &= rest &- 1
    }
    return doubtful
  }

  private static func isDoubtful(_ line: Span<UInt8>, colon: Int) -> Bool {
    guard line.hasPrefix("://", at: colon) else { return false }
    var start = colon
    while start > 0, line[start - 1].isLetter { start -= 1 }
    if start > 0, line[start - 1] == UInt8(ascii: "(") {
      if start > 1, line[start - 2] == UInt8(ascii: "]") {
        return misspeltStart(line, colon: colon) != nil
      }
      if start > 1, !line[start - 2].isBlank { return true }
      return !endsWithParenthesis(line, from: colon)
    }
    return misspeltStart(line, colon: colon) != nil || endsWithParenthesis(line, from: colon)
  }

  /// Whether a closing parenthesis that it does not open follows a URL.
  private static func endsWithParenthesis(_ line: Span<UInt8>, from colon: Int) -> Bool {
    let end = URLText.end(line, from: colon + 3, before: line.count)
    return end < line.count && line[end] == UInt8(ascii: ")")
  }

  /// Where a scheme begins that is meant as `http` or `https`, by its colon.
  public static func misspeltStart(_ line: Span<UInt8>, colon: Int) -> Int? {
    guard line.hasPrefix("://", at: colon) else { return nil }
    var start = colon
    while start > 0, line[start - 1].isLetter { start -= 1 }
    guard (3...7).contains(colon - start), !line.hasPrefix("https:", at: start),
      !line.hasPrefix("http:", at: start)
    else { return nil }
    for index in start..<colon where !"htps".utf8.contains(line[index].lowercasedASCII) {
      return nil
    }
    return start
  }
}
