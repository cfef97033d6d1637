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
  /// Whether its last byte ends a sentence.
  private(set) var endsSentence = false
  /// Whether it begins with a tag or a comment.
  private(set) var beginsWithAngle = false
  /// Whether it consists of `=` or `-` alone, as the underline of a heading.
  private(set) var isUnderline = false

  init(_ line: Int, in catalog: Catalog) {
    let offset = catalog.contentOffset(ofTextLine: line)
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
    cellCount = RowSplitter.cellCount(line, from: first)
    countPipes(line, content)
  }

  private mutating func countPipes(_ line: Span<UInt8>, _ content: Range<Int>) {
    var code = InlineLinks(in: line, content).opaque.filter { line[$0.lowerBound] == 0x60 }[...]
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
