import LineStore
import TableSyntax

/// Texts that are surely meant as destinations of links.
enum LinkTargets {
  static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || "-_.+*".utf8.contains(byte)
  }

  /// One past a URL with a scheme or `www.`.
  static func urlEnd(_ line: Span<UInt8>, from start: Int, _ cell: Range<Int>) -> Int? {
    guard start < cell.upperBound,
      line.hasPrefix("http://", at: start) || line.hasPrefix("https://", at: start)
        || line.hasPrefix("www.", at: start)
    else { return nil }
    let end = URLText.end(line, from: start, before: cell.upperBound)
    return end > start + 7 ? end : nil
  }

  /// One past the parentheses at a place, if a destination is all that is in them.
  static func targetEnd(
    _ line: Span<UInt8>, at open: Int, _ cell: Range<Int>, mustBeURL: Bool = false
  ) -> Int? {
    guard open < cell.upperBound, line[open] == UInt8(ascii: "(") else { return nil }
    if let end = urlEnd(line, from: open + 1, cell) {
      return end < cell.upperBound && line[end] == UInt8(ascii: ")") ? end + 1 : nil
    }
    if mustBeURL { return nil }
    let end = min(
      cell.upperBound,
      line.skip(while: { !$0.isSpace && $0 != UInt8(ascii: ")") && $0 != 0x28 }, from: open + 1))
    guard end < cell.upperBound, line[end] == UInt8(ascii: ")"), isTarget(line, open + 1..<end)
    else { return nil }
    return end + 1
  }

  /// The URL in parentheses that ends a text and directly follows a word.
  static func targetAtEnd(_ line: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    guard text.count > 10, line[text.upperBound - 1] == UInt8(ascii: ")") else { return nil }
    var index = text.lowerBound + 1
    while index < text.upperBound {
      if line[index] == UInt8(ascii: "("), !line[index - 1].isBlank,
        targetEnd(line, at: index, text, mustBeURL: true) == text.upperBound
      {
        return index + 1..<text.upperBound - 1
      }
      index += 1
    }
    return nil
  }

  /// Whether a text is surely a destination: a URL, an anchor, or a path from a root or folder.
  static func isTarget(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let first = text.first, text.count > 1,
      !text.contains(where: { line[$0].isSpace })
    else { return false }
    if line.hasPrefix("http://", at: first) || line.hasPrefix("https://", at: first) {
      return true
    }
    let isPath = ["/", "./", "../", "#"].contains {
      line.array(text).starts(with: $0.utf8)
    }
    return isPath && !line.hasPrefix("//", at: first)
      || (URLMistake(line, text)?.lacksScheme ?? false)
  }
}
