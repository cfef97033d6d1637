import TableSyntax

/// Texts in brackets that may be the labels of definitions: no citations, footnotes, checkboxes or
/// numbers.
enum BareLabels {
  /// Bytes of a label, at most.
  private static let byteCountMax = 60

  /// Those of a cell, without their brackets.
  static func of(_ line: Span<UInt8>, _ links: InlineLinks) -> [Range<Int>] {
    links.brackets.filter { isLabel(line, $0) }
  }

  private static func isLabel(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard (2...byteCountMax).contains(text.count), let first = text.first,
      line[first].isLetter || line[first].isDigit || line[first] >= 0x80
    else { return false }
    let start = first - 1
    let isInside = start > 0 && "[]!\\".utf8.contains(line[start - 1])
    let end = text.upperBound + 1
    let isFollowed = end < line.count && "[(:]".utf8.contains(line[end])
    return !isInside && !isFollowed && text.contains { line[$0].isLetter || line[$0] >= 0x80 }
  }
}
