import LineStore
import TableSyntax

/// Texts in brackets that lack the rest of a link.
extension LinkMistakes {
  /// Text in brackets that is no link, and what follows it.
  mutating func readBracket(_ line: Span<UInt8>, _ text: Range<Int>) {
    let close = text.upperBound
    let start = text.lowerBound - 1
    guard !text.isEmpty, text.count < Self.byteCountMax, !isClosed(at: start),
      !isClosed(at: close)
    else { return }
    if let inner = LinkTargets.targetAtEnd(line, text) {
      // `[text(url)]`
      add(
        line, start..<close + 1, "write the URL after “]”", title: "Move “]” before “(”",
        [
          RowEdit(range: inner.lowerBound - 1..<inner.lowerBound - 1, replacement: [0x5D]),
          RowEdit(range: close..<close + 1, replacement: []),
        ])
      return
    }
    let next = close + 1
    guard next < cell.upperBound else { return }
    let gapEnd = line.skip(while: { $0.isBlank || $0 == UInt8(ascii: ".") }, from: next)
    if gapEnd > next, gapEnd - next <= 3, let end = LinkTargets.targetEnd(line, at: gapEnd, cell),
      text.count > 1 || !" xX".utf8.contains(line[text.lowerBound])
    {
      let hasStop = (next..<gapEnd).contains { line[$0] == UInt8(ascii: ".") }
      add(
        line, start..<end,
        hasStop
          ? "remove the full stop between “]” and “(”"
          : "remove the space between “]” and “(”",
        title: "Put “(” directly after “]”", [RowEdit(range: next..<gapEnd, replacement: [])])
    } else if line[next] == UInt8(ascii: "[") {
      readBracketedURL(line, start, next)
    } else if let end = LinkTargets.urlEnd(line, from: next, cell) {
      // `[text]url)` or `[text]url`
      let isClosed = end < cell.upperBound && line[end] == UInt8(ascii: ")")
      var edits = [RowEdit(range: next..<next, replacement: [0x28])]
      if !isClosed { edits.append(RowEdit(range: end..<end, replacement: [0x29])) }
      add(
        line, start..<(isClosed ? end + 1 : end), "the URL must be in parentheses",
        title: "Put the URL in parentheses", edits)
    }
  }

  /// `[text][url]`, `[text][url)` or `[text][(url)]`.
  private mutating func readBracketedURL(_ line: Span<UInt8>, _ start: Int, _ open: Int) {
    let isDoubled = open + 1 < cell.upperBound && line[open + 1] == UInt8(ascii: "(")
    let first = open + (isDoubled ? 2 : 1)
    guard let end = LinkTargets.urlEnd(line, from: first, cell), end < cell.upperBound else {
      return
    }
    let marks = min(
      cell.upperBound, line.skip(while: { $0 == UInt8(ascii: ")") || $0 == 0x5D }, from: end))
    guard marks > end, marks - end <= 2 else { return }
    add(
      line, start..<marks, "the URL must be in parentheses, not in brackets",
      title: "Put the URL in parentheses",
      [
        RowEdit(range: open..<first, replacement: [0x28]),
        RowEdit(range: end..<marks, replacement: [0x29]),
      ])
  }
}
