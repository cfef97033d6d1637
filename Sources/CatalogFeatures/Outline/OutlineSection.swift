package import CatalogModel
import LineStore
import TableSyntax

/// A heading of a document with the tables below it (GFM 0.29 §4.2 and §4.3). Headings without any
/// table below them are left out.
package struct OutlineSection: Sendable {
  /// The heading, ranging to the end of its section; nil for the whole document.
  package private(set) var heading: Outline.Entry?
  /// The tables before the first heading of the section.
  package private(set) var tables: [CatalogTable] = []
  /// The sections of lower headings.
  package private(set) var sections: [OutlineSection] = []

  /// The sections of a document.
  ///
  /// - Complexity: O(lines outside tables)
  package init(of catalog: Catalog) {
    let reader = HeadingReader(catalog)
    var root = OpenSection(level: 0, line: 0, name: "")
    var open: [OpenSection] = []
    func close(downTo level: Int, before line: Int) {
      while let last = open.last, last.level >= level {
        open.removeLast()
        guard let section = last.closed(before: line, in: catalog) else { continue }
        if open.isEmpty {
          root.sections.append(section)
        } else {
          open[open.count - 1].sections.append(section)
        }
      }
    }
    var line = 0
    for table in catalog.tables {
      for heading in reader.headings(in: line..<table.headerLine) {
        close(downTo: heading.level, before: heading.line)
        open.append(heading)
      }
      if open.isEmpty {
        root.tables.append(table)
      } else {
        open[open.count - 1].tables.append(table)
      }
      line = table.bodyLines.upperBound
    }
    for heading in reader.headings(in: line..<catalog.text.lineCount) {
      close(downTo: heading.level, before: heading.line)
    }
    close(downTo: 0, before: catalog.text.lineCount)
    tables = root.tables
    sections = root.sections
  }

  fileprivate init(_ open: OpenSection, _ heading: Outline.Entry) {
    self.heading = heading
    tables = open.tables
    sections = open.sections
  }
}

/// A section whose end is not yet known.
private struct OpenSection {
  let level: Int
  let line: Int
  let name: String
  var tables: [CatalogTable] = []
  var sections: [OutlineSection] = []

  /// The section up to a line; nil for one without tables.
  func closed(before line: Int, in catalog: Catalog) -> OutlineSection? {
    if tables.isEmpty, sections.isEmpty { return nil }
    let start = catalog.lineRange(self.line)
    let end = catalog.lineRange(max(self.line, line - 1)).upperBound
    let entry = Outline.Entry(
      name: name, detail: "", range: start.lowerBound..<end, nameRange: start)
    return OutlineSection(self, entry)
  }
}

/// Finds headings between tables.
private struct HeadingReader {
  private let catalog: Catalog

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// The headings of some lines, which are of no table.
  func headings(in lines: Range<Int>) -> [OpenSection] {
    var found: [OpenSection] = []
    var above: [UInt8]?
    catalog.text.forEachLine(in: lines) { number, line, _ in
      let text = RowSplitter.trimmed(0..<line.count, in: line)
      let isParagraph = catalog.isParagraph(number)
      defer { above = isParagraph ? line.array(text) : nil }
      if text.isEmpty || catalog.isVerbatim(number) { return true }
      if let heading = ATXHeading(line, text) {
        add(heading.level, number, line, heading.content)
      } else if let above, !isParagraph, let level = SetextUnderline.level(line, text) {
        add(level, number - 1, above.span, 0..<above.count)
      }
      return true
    }
    return found

    func add(_ level: Int, _ line: Int, _ bytes: Span<UInt8>, _ content: Range<Int>) {
      let name = ShownText.plain(bytes, content, to: DisplayLimits.nameLengthMax)
      guard let name = Outline.visible(name) else { return }
      found.append(OpenSection(level: level, line: line, name: name))
    }
  }
}
