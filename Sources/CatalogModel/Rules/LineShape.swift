import CatalogSchema
import LineStore
import TableSyntax

/// A line outside all tables as a row: how many pipes and cells it would have.
struct LineShape {
  /// Pipes that would part cells.
  private(set) var pipeCount = 0
  /// Those pipes that do not stand in code.
  private(set) var textPipeCount = 0
  private(set) var cellCount = 0
  private(set) var hasOpeningPipe = false
  /// Whether its last byte ends a sentence.
  private(set) var endsSentence = false
  /// Whether it begins with a tag or a comment.
  private(set) var beginsWithAngle = false
  /// Whether it is a line of `=` or `-` alone, as it stands under a heading.
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
    for index in content where line[index] == UInt8(ascii: "|") {
      if index > 0, line[index - 1] == UInt8(ascii: "\\") { continue }
      pipeCount += 1
      while let span = code.first, span.upperBound <= index { code.removeFirst() }
      if code.first?.contains(index) != true { textPipeCount += 1 }
    }
  }
}

extension Catalog {
  /// Byte offset where the text of a line outside all tables starts, behind its prefixes.
  func contentOffset(ofTextLine line: Int) -> Int {
    let start = Int(lineFacts(line).contentOffset)
    return text.withLine(line) { bytes, _ in
      bytes.skip(while: { $0.isBlank || $0 == UInt8(ascii: ">") }, from: min(start, bytes.count))
    }
  }

  /// A line's text without its prefixes and the blanks at its end.
  func content(ofLine line: Int) -> Range<TextPosition> {
    let start =
      table(atLine: line).map { contentOffset(ofLine: line, in: $0) }
      ?? contentOffset(ofTextLine: line)
    return text.withLine(line) { bytes, _ in
      let start = min(start, bytes.count)
      return TextPosition.range(line, bytes.withoutBlanks(start..<bytes.count))
    }
  }

  /// Whether a comment in a line that is no body row silences a rule there.
  func isSilenced(_ rule: RuleCode, ofLine line: Int) -> Bool {
    directive(ofLine: line).silences(rule)
  }

  /// The ignore comments of a line that is no body row.
  func directive(ofLine line: Int) -> IgnoreDirective {
    let start = content(ofLine: line).lowerBound.byteColumn
    return text.withLine(line) { bytes, _ in
      bytes.contains("<!--", from: start) ? IgnoreDirective(bytes, Row(bytes, from: start)) : .none
    }
  }
}
