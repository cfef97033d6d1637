import LineStore
import TableSyntax

/// Lines of other tools' syntax, which GFM reads as rows directly under a table.
enum ForeignSyntax {
  /// Whether a line without any pipe, from its content on, is one: a tag, an attribute list or a
  /// comment in braces, a fence of colons or slashes, a caption, a comment, a label.
  static func isLine(_ line: Span<UInt8>, from start: Int) -> Bool {
    if isConstruct(line, from: start) || line.hasPrefix("{", at: start) { return true }
    return endsInTag(line) || line.hasPrefix(": ", at: start)
      || line.hasPrefix("table: ", at: start)
      || line.hasPrefix("///", at: start) || line.hasPrefix("%%", at: start)
      || isLabel(line, from: start)
  }

  /// Whether a line is nothing but one construct that no cell is, even with pipes: one in braces,
  /// as `{% … %}`, `{{ … }}` or `{: … }`, or a fence of colons.
  static func isConstruct(_ line: Span<UInt8>, from start: Int) -> Bool {
    if line.hasPrefix(":::", at: start) { return true }
    guard line.hasPrefix("{", at: start) else { return false }
    let content = line.withoutBlanks(start..<line.count)
    for (open, close) in [("{%", "%}"), ("{{", "}}"), ("{#", "#}")]
      as [(StaticString, StaticString)]
    where line.hasPrefix(open, at: start) {
      return firstEnd(close, line, content) == content.upperBound
    }
    return firstEnd("}", line, content) == content.upperBound
  }

  /// One past the first end of a construct; -1 where it has none.
  private static func firstEnd(
    _ end: StaticString, _ line: Span<UInt8>, _ content: Range<Int>
  ) -> Int {
    for index in content where line.hasPrefix(end, at: index) {
      // Braces may close one after another.
      let last = index + end.utf8CodeUnitCount
      return end.utf8CodeUnitCount == 1 ? line.skip(while: { $0 == 0x7D }, from: last) : last
    }
    return -1
  }

  /// Whether a tag that may have begun on a line above ends a line.
  private static func endsInTag(_ line: Span<UInt8>) -> Bool {
    let end = line.withoutBlanks(0..<line.count).upperBound
    return line.hasPrefix("%}", at: end - 2) || line.hasPrefix("}}", at: end - 2)
      || line.hasPrefix("#}", at: end - 2)
  }

  /// Whether a line is a label for references, `^name` or `(name)=`.
  private static func isLabel(_ line: Span<UInt8>, from start: Int) -> Bool {
    let content = line.withoutBlanks(start..<line.count)
    guard !content.contains(where: { line[$0].isBlank }) else { return false }
    return content.count > 1 && line[start] == UInt8(ascii: "^")
      || line.hasPrefix("(", at: start) && line.hasPrefix(")=", at: content.upperBound - 2)
  }
}

extension Row {
  /// Whether the line was hardly meant as a row of its table: it has no pipe though the header has
  /// outer pipes, or it is another tool's syntax.
  func isText(_ line: Span<UInt8>, columnCount: Int, hasOuterPipes: Bool) -> Bool {
    let isBare = cellCount == 1 && !hasClosingPipe && !hasOpeningPipe(line)
    if isBare, hasOuterPipes, columnCount > 1 { return true }
    guard contentOffset < line.count else { return false }
    switch line[contentOffset] {
    case UInt8(ascii: "{"): return ForeignSyntax.isConstruct(line, from: contentOffset)
    case UInt8(ascii: ":"):
      return ForeignSyntax.isConstruct(line, from: contentOffset)
        || hasOuterPipes && line.hasPrefix(": ", at: contentOffset)
    case UInt8(ascii: "T"), UInt8(ascii: "t"):
      return hasOuterPipes && line.hasPrefix("table: ", at: contentOffset)
    default: return false
    }
  }
}
