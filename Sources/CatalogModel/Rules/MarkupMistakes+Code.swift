import LineStore
import TableSyntax

/// Backticks that open or close no code.
extension MarkupMistakes {
  mutating func readCode(_ line: Span<UInt8>) {
    let runs = unpairedTicks(line)
    guard let first = runs.first, let last = runs.last else { return }
    if runs.count > 1 {
      let isPair = opensCode(line, first) && closesCode(line, last)
      guard runs.count == 2, isPair, first.count != last.count else { return }
      add(
        first.lowerBound..<last.upperBound,
        "\(line.quoted(first)) opens code and \(line.quoted(last)) closes none: "
          + "use the same number of backticks")
      return
    }
    // With one in another cell a pipe may be in code.
    if first.count > 1 || others.areOdd(line, UInt8(ascii: "`")) { return }
    if opensCode(line, first) {
      readOpening(line, first)
    } else if closesCode(line, first) {
      add(first, "“`” closes no code: insert “`” before the code, or write “\\`”")
    }
  }

  private mutating func readOpening(_ line: Span<UInt8>, _ tick: Range<Int>) {
    let rest = tick.upperBound..<cell.upperBound
    let isWord = tick.lowerBound == cell.lowerBound && !rest.contains { line[$0].isSpace }
    let endsInQuote = rest.contains { line[$0] == UInt8(ascii: "'") }
    let problem = "“`” opens code that nothing closes"
    if isWord, line[cell.upperBound - 1] == UInt8(ascii: "'") {
      add(
        tick.lowerBound..<cell.upperBound, "\(problem): use “`” instead of “'”",
        title: "Use “`” instead of “'”",
        [RowEdit(range: cell.upperBound - 1..<cell.upperBound, replacement: [0x60])])
    } else if isWord {
      add(
        tick.lowerBound..<cell.upperBound, "\(problem): insert “`” after the code",
        title: "Insert “`”",
        [RowEdit(range: cell.upperBound..<cell.upperBound, replacement: [0x60])])
    } else if !endsInQuote || !isQuote(line, tick) {
      add(tick, "\(problem): insert “`” after the code, or write “\\`”")
    }
  }

  /// Whether a backtick opens a quotation as TeX writes it: `` `word' ``.
  private func isQuote(_ line: Span<UInt8>, _ tick: Range<Int>) -> Bool {
    let end = line.skip(while: { $0 != UInt8(ascii: "'") }, from: tick.upperBound)
    guard end < cell.upperBound else { return false }
    let after = byte(line, at: end + 1)
    return !byte(line, before: end).isBlank && !after.isLetter && !after.isDigit
  }

  /// The runs of backticks that are no code's.
  private func unpairedTicks(_ line: Span<UInt8>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var closed = (foreign + inline.opaque).sorted { $0.lowerBound < $1.lowerBound }[...]
    var links = inline.links.map { $0.text.upperBound..<$0.range.upperBound }
      .sorted { $0.lowerBound < $1.lowerBound }[...]
    var index = cell.lowerBound
    while index < cell.upperBound {
      while let first = closed.first, first.upperBound <= index { closed.removeFirst() }
      while let first = links.first, first.upperBound <= index { links.removeFirst() }
      if let range = closed.first, range.contains(index) {
        index = range.upperBound
      } else if let range = links.first, range.contains(index) {
        index = range.upperBound
      } else if line[index] == UInt8(ascii: "\\") {
        index += 2
      } else if line[index] == UInt8(ascii: "`") {
        let end = min(cell.upperBound, line.skip(while: { $0 == UInt8(ascii: "`") }, from: index))
        runs.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return runs
  }

  private func opensCode(_ line: Span<UInt8>, _ run: Range<Int>) -> Bool {
    let before = byte(line, before: run.lowerBound)
    let after = byte(line, at: run.upperBound)
    return before.isSpace || "([,;:/>*_\"'".utf8.contains(before)
      ? after.isLetter || after.isDigit || after >= 0x80 || "-./$<_#@{[*".utf8.contains(after)
      : false
  }

  private func closesCode(_ line: Span<UInt8>, _ run: Range<Int>) -> Bool {
    let before = byte(line, before: run.lowerBound)
    let after = byte(line, at: run.upperBound)
    let isEnd = after.isSpace || ")],.;:/<*_\"".utf8.contains(after)
    return isEnd && (before.isLetter || before >= 0x80 || ")]}>\"/_".utf8.contains(before))
  }
}
