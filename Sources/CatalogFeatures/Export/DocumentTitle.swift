package import CatalogModel
import LineStore
import TableSyntax

/// What a document says of itself before its first table: its first heading, and the paragraph
/// under it.
package struct DocumentTitle: Sendable, Equatable {
  /// Lines that are looked at, at most.
  private static let lineCountMax = 500

  /// The first heading's text without markup; nil where there is none.
  package private(set) var title: String?
  /// The first paragraph under that heading, on one line; nil where something else stands there.
  package private(set) var description: String?

  /// Reads the head of a catalog.
  package init(of catalog: Catalog) {
    let end = min(catalog.tables.first?.headerLine ?? catalog.text.lineCount, Self.lineCountMax)
    var paragraph: [String] = []
    var isOver = false
    catalog.text.forEachLine(in: 0..<end) { _, line, _ in
      let text = RowSplitter.trimmed(0..<line.count, in: line)
      if title == nil {
        title = Self.heading(line, text)
      } else if !text.isEmpty {
        if paragraph.isEmpty, !Self.isProse(line, text) { isOver = true }
        if !isOver { paragraph.append(InlineText(line, text).plain) }
      } else {
        isOver = isOver || !paragraph.isEmpty
      }
      return !isOver
    }
    if !paragraph.isEmpty { description = paragraph.joined(separator: " ") }
  }

  /// The text of an ATX heading (GFM 0.29 §4.2).
  private static func heading(_ line: Span<UInt8>, _ text: Range<Int>) -> String? {
    let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: "#") }
    let end = line.skip(while: isMark, from: text.lowerBound)
    guard (1...6).contains(end - text.lowerBound), end < text.upperBound, line[end].isBlank else {
      return nil
    }
    var content = RowSplitter.trimmed(end..<text.upperBound, in: line)
    while let last = content.last, isMark(line[last]) { content = content.dropLast() }
    content = RowSplitter.trimmed(content, in: line)
    return content.isEmpty ? nil : InlineText(line, content).plain
  }

  /// Whether a line begins as a sentence does.
  private static func isProse(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let first = text.first else { return false }
    return line[first].isLetter || line[first] >= 0x80
  }
}
