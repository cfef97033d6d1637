import LineStore
import TableSyntax

/// Paragraphs and list items with lines that may be meant as rows.
extension Catalog {
  /// The first line from one on that is not blank, among the next few.
  func firstLineNotBlank(from line: Int) -> Int {
    var line = line
    let end = line + RowLikeLines.blankCountMax
    while line < end, isBlank(line) { line += 1 }
    return line
  }

  /// Whether a pipe follows the marker of a line's list item.
  func hasPipeAfterMarker(_ line: Int) -> Bool {
    content(ofTextLine: line).first == UInt8(ascii: "|")
  }

  /// Whether a line begins with the label of a footnote definition, before its text.
  func isFootnote(_ line: Int) -> Bool {
    let offset = Int(lineMetadata(line).contentOffset)
    return text.withLine(line) { bytes, _ in
      let prefix = bytes.skip(while: { $0.isBlank || $0 == UInt8(ascii: ">") }, from: 0)
      return prefix < offset && bytes.hasPrefix("[^", at: prefix)
    }
  }

  /// Whether a line opens a list item.
  func isListItem(_ line: Int) -> Bool {
    let offset = Int(lineMetadata(line).contentOffset)
    return text.withLine(line) { bytes, _ in
      // A byte order mark counts as a prefix.
      let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB ? 3 : 0
      let prefix = bytes.skip(while: { $0.isBlank || $0 == UInt8(ascii: ">") }, from: start)
      return prefix < offset
    }
  }

  /// Whether the paragraph from a line on is a heading's text.
  func isHeading(paragraphFrom line: Int) -> Bool {
    var end = line
    while end - line <= RowLikeLines.countMax, lineMetadata(end).role == .paragraph {
      end += 1
    }
    return end > line && end < text.lineCount && lineMetadata(end).role == .other
      && LineShape(end, in: self).isUnderline
  }

  /// The lines of a paragraph with a pipe outside code, from a line on, up to one more than are
  /// checked.
  func paragraphRows(from line: Int) -> Range<Int> {
    var end = line
    while end < text.lineCount, lineMetadata(end).role == .paragraph,
      tableIndex(atLine: end) == nil, end - line <= RowLikeLines.countMax,
      lineMetadata(end + 1).role != .mismatchedDelimiterRow,
      LineShape(end, in: self).textPipeCount > 0
    {
      end += 1
    }
    return line..<end
  }
}
