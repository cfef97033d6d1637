import LineStore
import TableSyntax

/// The pipes of a row in code spans, formulas (`$a|b$`), wikilinks (`[[a|b]]`), links and URLs: GFM
/// splits cells there all the same, unless a backslash escapes them.
struct EnclosedPipes {
  /// The code spans, formulas, links and URLs with such pipes, in order.
  private(set) var ranges: [Range<Int>] = []
  /// The pipes, in order.
  private(set) var pipes: [Int] = []
  /// The cells that begin after them.
  private(set) var cells: [Int] = []

  /// Whether a row may have such pipes: it has a byte that opens one, or more cells than columns.
  ///
  /// - Complexity: O(line)
  static func mayBe(in line: Span<UInt8>, _ row: Row, columnCount: Int) -> Bool {
    if row.cellCount < 2 { return false }
    if row.cellCount > columnCount { return true }
    let end = line.count
    let first = line.firstIndex(in: row.contentOffset..<end) {
      ByteMask.equal($0, UInt8(ascii: "`")) | ByteMask.equal($0, UInt8(ascii: "$"))
    }
    return first < end
      || row.cells.contains { $0.marks.contains(.bracket) } && hasWikilink(line, row)
  }

  private static func hasWikilink(_ line: Span<UInt8>, _ row: Row) -> Bool {
    var index = row.contentOffset
    while true {
      index = line.firstIndex(of: UInt8(ascii: "["), in: index..<line.count)
      if index + 1 >= line.count { return false }
      if line[index + 1] == UInt8(ascii: "[") { return true }
      index += 1
    }
  }

  /// Finds the enclosed pipes of a row in a table of some columns.
  ///
  /// - Complexity: O(line)
  init(_ line: Span<UInt8>, _ row: Row, columnCount: Int) {
    guard Self.mayBe(in: line, row, columnCount: columnCount) else { return }
    guard let first = row.cells.first, let last = row.cells.last else { return }
    let content = first.range.lowerBound..<last.range.upperBound
    let inline = InlineLinks(in: line, content)
    var spans = inline.opaque.filter { line[$0.lowerBound] == UInt8(ascii: "`") }
    spans += Self.wikilinks(line, content)
    spans += ForeignSpans.formulas(line, content)
    if row.cellCount > columnCount {
      spans += Self.urls(line, row)
      spans += inline.links.filter { link in
        line.firstIndex(of: UInt8(ascii: "|"), in: link.text) < link.text.upperBound
      }.map(\.range)
    }
    spans.sort { $0.lowerBound < $1.lowerBound }
    var next = spans[...]
    for cell in row.cells.indices.dropFirst() {
      let pipe = row.cells[cell].range.lowerBound - 1
      while let span = next.first, span.upperBound <= pipe { next.removeFirst() }
      guard let span = next.first, span.contains(pipe) else { continue }
      pipes.append(pipe)
      cells.append(cell)
      if ranges.last != span { ranges.append(span) }
    }
  }

  /// URLs with pipes that no space is next to: in parentheses, or if most other pipes have spaces.
  private static func urls(_ line: Span<UInt8>, _ row: Row) -> [Range<Int>] {
    let pipes = row.cells.dropFirst().map { $0.range.lowerBound - 1 }
    let touching = pipes.filter { pipe in
      pipe + 1 < line.count && !line[pipe - 1].isBlank && !line[pipe + 1].isBlank
    }
    let isPadded = touching.count * 2 <= pipes.count
    var found: [Range<Int>] = []
    for pipe in touching where found.last.map({ $0.upperBound <= pipe }) ?? true {
      var start = pipe
      while start > row.contentOffset, !line[start - 1].isBlank,
        !"(<|".utf8.contains(line[start - 1])
      {
        start -= 1
      }
      let scheme = line.skip(while: { $0.isLetter }, from: start)
      guard scheme > start, scheme < pipe, line.hasPrefix("://", at: scheme) else { continue }
      var end = pipe
      while end < line.count, !line[end].isBlank, line[end] != UInt8(ascii: ")") { end += 1 }
      let isInParentheses =
        start > 0 && line[start - 1] == UInt8(ascii: "(") && line.hasPrefix(")", at: end)
      if isPadded || isInParentheses { found.append(start..<end) }
    }
    return found
  }

  private static func wikilinks(_ line: Span<UInt8>, _ content: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = content.lowerBound
    while index + 1 < content.upperBound {
      index = line.firstIndex(of: UInt8(ascii: "["), in: index..<content.upperBound)
      guard line.hasPrefix("[[", at: index) else {
        index += 1
        continue
      }
      let end = line.skip(while: { $0 != 0x5B && $0 != 0x5D }, from: index + 2)
      if end > index + 2, end + 1 < content.upperBound, line.hasPrefix("]]", at: end) {
        found.append(index..<end + 2)
      }
      index = max(end, index + 2)
    }
    return found
  }
}
