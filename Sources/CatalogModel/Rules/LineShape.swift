import CatalogSchema
import LineStore
import TableSyntax

/// A line outside all tables as the row that it would be.
struct LineShape {
  /// Pipes that would separate cells.
  private(set) var pipeCount = 0
  /// Those pipes that are not in code.
  private(set) var textPipeCount = 0
  private(set) var cellCount = 0
  private(set) var hasOpeningPipe = false
  private(set) var hasClosingPipe = false
  /// Whether each of its cells is a link, as in a line that leads to other pages.
  private(set) var isNavigation = false
  /// Whether its last byte ends a sentence.
  private(set) var endsSentence = false
  /// Whether it begins with a tag or a comment.
  private(set) var beginsWithAngle = false
  /// Whether it consists of `=` or `-` alone, as the underline of a heading.
  private(set) var isUnderline = false

  /// Reads a line, with the marker of its list item if that may be the text of a cell.
  init(_ line: Int, in catalog: Catalog, withMarker: Bool = false) {
    let offset = withMarker ? 0 : catalog.contentOffset(ofTextLine: line)
    catalog.text.withLine(line) { bytes, _ in read(bytes, from: offset) }
  }

  private mutating func read(_ line: Span<UInt8>, from start: Int) {
    let content = line.withoutBlanks(min(start, line.count)..<line.count)
    guard let first = content.first, let last = content.last else { return }
    hasOpeningPipe = line[first] == UInt8(ascii: "|")
    beginsWithAngle = line[first] == UInt8(ascii: "<")
    let isSetext = line[first] == UInt8(ascii: "=") || line[first] == UInt8(ascii: "-")
    isUnderline = isSetext && content.allSatisfy { line[$0] == line[first] }
    endsSentence = ".!?:;,".utf8.contains(line[last])
    hasClosingPipe =
      content.count > 1 && line[last] == UInt8(ascii: "|") && line[last - 1] != UInt8(ascii: "\\")
    cellCount = RowSplitter.cellCount(line, from: first)
    let links = InlineLinks(in: line, content)
    isNavigation = !links.links.isEmpty && links.links.count >= cellCount
    countPipes(line, content, links)
  }

  /// Whether it has a pipe at both ends and two cells or more.
  var isBoxed: Bool { hasOpeningPipe && hasClosingPipe && cellCount > 1 }

  /// Whether it has a pipe at both ends and a number of cells.
  func isBoxedRow(of count: Int) -> Bool { isBoxed && cellCount == count }

  private mutating func countPipes(
    _ line: Span<UInt8>, _ content: Range<Int>, _ links: InlineLinks
  ) {
    var code = links.opaque.filter { line[$0.lowerBound] == 0x60 }[...]
    var next = content.lowerBound
    while true {
      let index = line.firstIndex(of: UInt8(ascii: "|"), in: next..<content.upperBound)
      if index == content.upperBound { return }
      next = index + 1
      if index > 0, line[index - 1] == UInt8(ascii: "\\") { continue }
      pipeCount += 1
      while let span = code.first, span.upperBound <= index { code.removeFirst() }
      if code.first?.contains(index) != true { textPipeCount += 1 }
    }
  }
}
