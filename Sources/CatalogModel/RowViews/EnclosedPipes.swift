import TableSyntax

/// The pipes of a row in code spans, formulas (`$a|b$`) and wikilinks (`[[a|b]]`): GFM splits cells
/// there all the same, unless a backslash escapes them.
struct EnclosedPipes {
  /// The code spans, formulas and wikilinks with such pipes, in order.
  private(set) var ranges: [Range<Int>] = []
  /// The pipes, in order.
  private(set) var pipes: [Int] = []
  /// The cells that begin after them.
  private(set) var cells: [Int] = []

  /// Finds the enclosed pipes of a row.
  ///
  /// - Complexity: O(line)
  init(_ line: Span<UInt8>, _ row: Row) {
    guard let first = row.cells.first, let last = row.cells.last else { return }
    let content = first.range.lowerBound..<last.range.upperBound
    var spans = InlineLinks(in: line, content).opaque.filter {
      line[$0.lowerBound] == UInt8(ascii: "`")
    }
    spans += Self.wikilinks(line, content)
    spans += Self.formulas(line, content)
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

  /// Formulas between dollar signs: no space after the first nor before the last, and no digit
  /// after that.
  private static func formulas(_ line: Span<UInt8>, _ content: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var index = content.lowerBound
    while index < content.upperBound {
      index = line.firstIndex(of: UInt8(ascii: "$"), in: index..<content.upperBound)
      guard index < content.upperBound else { break }
      let end = min(content.upperBound, line.skip(while: { $0 == UInt8(ascii: "$") }, from: index))
      let isEscaped = index > content.lowerBound && line[index - 1] == UInt8(ascii: "\\")
      let mayClose =
        index > content.lowerBound && !line[index - 1].isSpace
        && !(end < content.upperBound && line[end].isDigit)
      if !isEscaped {
        if let first = start, mayClose {
          found.append(first..<end)
          start = nil
        } else {
          start = end < content.upperBound && !line[end].isSpace ? index : nil
        }
      }
      index = end
    }
    return found
  }
}
