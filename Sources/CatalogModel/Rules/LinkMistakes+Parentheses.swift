import LineStore
import TableSyntax

/// URLs in parentheses or brackets that lack the rest of a link.
extension LinkMistakes {
  /// URLs in parentheses or brackets that lack the other part of a link.
  mutating func readParentheses(_ line: Span<UInt8>) {
    var index = cell.lowerBound
    while index < cell.upperBound {
      index = line.firstIndex(in: index..<cell.upperBound) {
        ByteMask.equal($0, UInt8(ascii: "(")) | ByteMask.equal($0, UInt8(ascii: "["))
      }
      guard index < cell.upperBound else { return }
      if index > cell.lowerBound, !isClosed(at: index) {
        if line[index] == UInt8(ascii: "[") {
          readAfterParentheses(line, index)
        } else if let end = LinkTargets.targetEnd(line, at: index, cell, mustBeURL: true) {
          readAfterText(line, index, end)
        } else if let end = LinkTargets.targetEnd(line, at: index, cell), end == cell.upperBound {
          readWholeCell(line, index, end)
        }
      }
      index += 1
    }
  }

  /// `(text)[url]`
  private mutating func readAfterParentheses(_ line: Span<UInt8>, _ open: Int) {
    guard line[open - 1] == UInt8(ascii: ")"),
      let end = LinkTargets.urlEnd(line, from: open + 1, cell), end < cell.upperBound,
      line[end] == 0x5D || line[end] == UInt8(ascii: ")")
    else { return }
    var start = open - 2
    while start >= max(cell.lowerBound, open - Self.byteCountMax), line[start] != UInt8(ascii: "("),
      line[start] != UInt8(ascii: ")")
    {
      start -= 1
    }
    guard start >= cell.lowerBound, line[start] == UInt8(ascii: "("), start < open - 2 else {
      return
    }
    add(
      line, start..<end + 1, "brackets and parentheses are swapped",
      title: "Swap brackets and parentheses",
      [
        RowEdit(range: start..<start + 1, replacement: [0x5B]),
        RowEdit(range: open - 1..<open + 1, replacement: Array("](".utf8)),
        RowEdit(range: end..<end + 1, replacement: [0x29]),
      ])
  }

  /// `text(url)`, `[text(url)` or `[text}(url)`, with the URL's parentheses from `open` to `end`.
  private mutating func readAfterText(_ line: Span<UInt8>, _ open: Int, _ end: Int) {
    let before = line[open - 1]
    if let bracket = unclosedBracket(line, before: open), !before.isBlank {
      let isWrong = before == UInt8(ascii: "}") || before == UInt8(ascii: ")")
      add(
        line, bracket..<end, "the text must end with “]”", title: "End the text with “]”",
        [RowEdit(range: (isWrong ? open - 1 : open)..<open, replacement: [0x5D])])
      return
    }
    guard before.isLetter || before.isDigit else {
      readWholeCell(line, open, end)
      return
    }
    if end == cell.upperBound, isPlain(line, cell.lowerBound..<open) {
      readWholeCell(line, open, end)
      return
    }
    var start = open
    while start > max(cell.lowerBound, open - Self.byteCountMax),
      LinkTargets.isWordByte(line[start - 1])
    {
      start -= 1
    }
    addText(line, start, open, end)
  }

  /// A cell that is `text(url)` as a whole.
  private mutating func readWholeCell(_ line: Span<UInt8>, _ open: Int, _ end: Int) {
    guard end == cell.upperBound, !line[open - 1].isBlank, isPlain(line, cell.lowerBound..<open)
    else { return }
    addText(line, cell.lowerBound, open, end)
  }

  private mutating func addText(_ line: Span<UInt8>, _ start: Int, _ open: Int, _ end: Int) {
    add(
      line, start..<end, "its text must be in brackets", title: "Put the text in brackets",
      [
        RowEdit(range: start..<start, replacement: [0x5B]),
        RowEdit(range: open..<open, replacement: [0x5D]),
      ])
  }

  private func isPlain(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count < Self.byteCountMax && !isClosed(in: range)
      && !range.contains { "[]()<>`{}".utf8.contains(line[$0]) }
  }

  /// The bracket before a place that nothing closes.
  private func unclosedBracket(_ line: Span<UInt8>, before place: Int) -> Int? {
    var index = place - 1
    let end = max(cell.lowerBound, place - Self.byteCountMax)
    while index >= end {
      if line[index] == 0x5D || isClosed(at: index) { return nil }
      if line[index] == 0x5B { return index < place - 1 ? index : nil }
      index -= 1
    }
    return nil
  }
}
