package import CatalogModel
import LineStore
import TableSyntax

/// The first heading before a document's first table, and the paragraph after it.
package struct DocumentTitle: Sendable, Equatable {
  /// Lines that are read at most.
  private static let lineCountMax = 500

  /// The heading's text without markup; nil if there is no heading.
  package private(set) var title: String?
  /// The paragraph directly after the heading, on one line; nil if something else follows it.
  package private(set) var description: String?

  /// Reads the start of a catalog.
  package init(of catalog: Catalog) {
    let end = min(catalog.tables.first?.headerLine ?? catalog.text.lineCount, Self.lineCountMax)
    var paragraph: [String] = []
    var isOver = false
    catalog.text.forEachLine(in: 0..<end) { number, line, _ in
      if title == nil, catalog.isVerbatim(number) { return true }
      let text = RowSplitter.trimmed(0..<line.count, in: line)
      if title == nil {
        title = ATXHeading(line, text).flatMap { heading in
          heading.content.isEmpty ? nil : InlineText(line, heading.content).plain
        }
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

  /// Whether a line begins with a letter.
  private static func isProse(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let first = text.first else { return false }
    return line[first].isLetter || line[first] >= 0x80
  }
}
