import CatalogSchema
import LineStore
import TableSyntax

/// The text of lines.
extension Catalog {
  /// Byte offset of the text of a line outside all tables, after its prefixes.
  func contentOffset(ofTextLine line: Int) -> Int {
    let start = Int(lineMetadata(line).contentOffset)
    return text.withLine(line) { bytes, _ in
      bytes.skip(while: { $0.isBlank || $0 == UInt8(ascii: ">") }, from: min(start, bytes.count))
    }
  }

  /// Calls `body` with the lines of the blocks whose counts say that they have such lines.
  ///
  /// - Complexity: O(blocks + lines of these blocks)
  func forEachLine(
    ofBlocksWith count: (BlockMetadata.Counts) -> Int, _ body: (Int, LineMetadata) -> Void
  ) {
    var first = 0
    for metadata in metadata {
      if count(metadata.counts) > 0 {
        for (index, line) in metadata.lines.enumerated() { body(first + index, line) }
      }
      first += metadata.lines.count
    }
  }

  /// Whether a line is code, front matter or the inside of a comment.
  package func isVerbatim(_ line: Int) -> Bool { lineMetadata(line).role == .verbatim }

  /// Whether a line is text of a paragraph.
  package func isParagraph(_ line: Int) -> Bool { lineMetadata(line).role == .paragraph }

  /// A line's text without its prefixes and the spaces at its end.
  func content(ofLine line: Int) -> Range<TextPosition> {
    let start =
      table(atLine: line).map { contentOffset(ofLine: line, in: $0) }
      ?? contentOffset(ofTextLine: line)
    return text.withLine(line) { bytes, _ in
      let start = min(start, bytes.count)
      return TextPosition.range(line, bytes.withoutBlanks(start..<bytes.count))
    }
  }

  /// Whether a comment in a line that is not a body row silences a rule there.
  func isSilenced(_ rule: RuleCode, ofLine line: Int) -> Bool {
    directive(ofLine: line).silences(rule)
  }

  /// The ignore comments of a line that is not a body row.
  func directive(ofLine line: Int) -> IgnoreDirective {
    let start = content(ofLine: line).lowerBound.byteColumn
    return text.withLine(line) { bytes, _ in
      bytes.mayHoldComment(in: min(start, bytes.count)..<bytes.count)
        ? IgnoreDirective(bytes, Row(bytes, from: start)) : .none
    }
  }
}
