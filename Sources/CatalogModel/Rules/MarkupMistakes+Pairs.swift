import LineStore
import TableSyntax

/// Brackets that nothing pairs with, and such parentheses next to a link or URL.
extension MarkupMistakes {
  mutating func readPairs(_ line: Span<UInt8>) {
    let closed = closedBytes(line)
    let brackets = unpairedBrackets(line, closed)
    let parentheses = unpairedParentheses(line, closed)
    if brackets.isEmpty, parentheses.isEmpty { return }
    // `invalid-link` tells of those that belong to a broken link.
    let links = LinkMistakes(line, cell, inline).found.map(\.range)
    for index in (brackets + parentheses).sorted() {
      if links.contains(where: { $0.lowerBound - 1 <= index && index <= $0.upperBound }) {
        continue
      }
      report(line, index)
    }
  }

  private mutating func report(_ line: Span<UInt8>, _ index: Int) {
    let mark = index..<index + 1
    let isOpening = line[index] == UInt8(ascii: "[") || line[index] == UInt8(ascii: "(")
    add(
      mark, "Nothing \(isOpening ? "closes" : "opens") this \(line.quoted(mark))",
      title: "Remove \(line.quoted(mark))",
      line[index] == UInt8(ascii: ")") ? [RowEdit(range: mark, replacement: [])] : [])
  }

  // MARK: Brackets

  private func unpairedBrackets(_ line: Span<UInt8>, _ closed: ClosedBytes) -> [Int] {
    let (open, close) = (UInt8(ascii: "["), 0x5D as UInt8)
    let openings = inline.unclosed.filter { !closed.contains($0) }
    let closings = inline.unopened.filter { !closed.contains($0) }
    // `]0, 1[` is an interval, and a list's brackets may surround several cells.
    if let first = openings.first, let last = closings.last, last < first { return [] }
    if openings.count + closings.count > Self.countMax { return [] }
    var found: [Int] = []
    if !openings.isEmpty, !others.isClosed(line, by: close, of: open) {
      found += openings.filter { opensText(line, $0) && !isInterval(line, from: $0) }
    }
    if !closings.isEmpty, !others.isOpened(line, by: open, close),
      closings.count > escapedCount(line, of: open)
    {
      found += closings.filter { closesText(line, $0) && !isInterval(line, to: $0) }
    }
    return found
  }

  private func opensText(_ line: Span<UInt8>, _ index: Int) -> Bool {
    let before = byte(line, before: index)
    let after = byte(line, at: index + 1)
    return !after.isSpace && !":;=".utf8.contains(after) && !before.isLetter && !before.isDigit
      && !":;=-^<|+".utf8.contains(before)
  }

  private func closesText(_ line: Span<UInt8>, _ index: Int) -> Bool {
    let before = byte(line, before: index)
    let after = byte(line, at: index + 1)
    return !before.isSpace && !after.isLetter && !after.isDigit && !":;=-^|+".utf8.contains(before)
  }

  private func escapedCount(_ line: Span<UInt8>, of byte: UInt8) -> Int {
    cell.dropFirst().count { line[$0] == byte && line[$0 - 1] == UInt8(ascii: "\\") }
  }

  /// Whether a bracket begins a half-open interval, `[0, 1)`.
  private func isInterval(_ line: Span<UInt8>, from start: Int) -> Bool {
    let end = line.skip(while: isIntervalPart, from: start + 1)
    return byte(line, at: end) == UInt8(ascii: ")") && hasComma(line, start..<end)
  }

  /// Whether a bracket ends a half-open interval, `(0, 1]`.
  private func isInterval(_ line: Span<UInt8>, to end: Int) -> Bool {
    var start = end
    while start > cell.lowerBound, isIntervalPart(line[start - 1]) { start -= 1 }
    return byte(line, before: start) == UInt8(ascii: "(") && hasComma(line, start..<end)
  }

  private func isIntervalPart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == 0x20 || byte >= 0x80
      || ".,;:+-*/^_\\".utf8.contains(byte)
  }

  private func hasComma(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { ",;:.".utf8.contains(line[$0]) }
  }

  // MARK: Parentheses

  private func unpairedParentheses(_ line: Span<UInt8>, _ closed: ClosedBytes) -> [Int] {
    var openings: [Int] = []
    var closings: [Int] = []
    var index = cell.lowerBound
    while index < cell.upperBound {
      defer { index += 1 }
      if closed.contains(index) { continue }
      switch line[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): if !isSmiley(line, index) { openings.append(index) }
      case UInt8(ascii: ")"): close(line, index, &openings, &closings)
      // The full-width ones of Chinese and Japanese.
      case 0xEF where line.hasPrefix("\u{FF08}", at: index): openings.append(index)
      case 0xEF where line.hasPrefix("\u{FF09}", at: index): _ = openings.popLast()
      default: break
      }
    }
    let starts = linkEnds(line, \.lowerBound)
    let ends = linkEnds(line, \.upperBound)
    var found: [Int] = []
    if !others.isClosed(line, by: 0x29, of: 0x28) {
      found += openings.filter { starts.contains($0 + 1) && line[$0] == 0x28 }
    }
    if !others.isOpened(line, by: 0x28, 0x29) {
      found += closings.filter { ends.contains($0) }
    }
    return Array(found.prefix(Self.countMax))
  }

  private func close(
    _ line: Span<UInt8>, _ index: Int, _ openings: inout [Int], _ closings: inout [Int]
  ) {
    if isSmiley(line, index) || isEnumerator(line, index) { return }
    if openings.popLast() == nil { closings.append(index) }
  }

  private func linkEnds(_ line: Span<UInt8>, _ end: KeyPath<Range<Int>, Int>) -> Set<Int> {
    let autolinks = inline.autolinks.map { $0.lowerBound - 1..<$0.upperBound + 1 }
    return Set((inline.links.map(\.range) + autolinks + urls(line)).map { $0[keyPath: end] })
  }

  private func isSmiley(_ line: Span<UInt8>, _ index: Int) -> Bool {
    let before = byte(line, before: index)
    return ":;=".utf8.contains(before)
      || before == UInt8(ascii: "-") && ":;=".utf8.contains(byte(line, before: index - 1))
  }

  /// Whether a parenthesis ends a number or letter of an enumeration, as in `1)` and `a)`.
  private func isEnumerator(_ line: Span<UInt8>, _ index: Int) -> Bool {
    var start = index
    while start > cell.lowerBound, index - start < 4,
      line[start - 1].isDigit || line[start - 1].isLetter
    {
      start -= 1
    }
    let before = byte(line, before: start)
    return (1...3).contains(index - start) && (before.isSpace || before == UInt8(ascii: ">"))
  }
}
