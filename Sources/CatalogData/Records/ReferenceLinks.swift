package import CatalogModel
import LineStore
import TableSyntax

/// Writes reference links (GFM 0.29 §6.6) as inline links, for data without the text's definitions.
package struct ReferenceLinks: Sendable {
  private let destinations: LinkDestinations

  /// The reference links of a catalog.
  ///
  /// - Complexity: O(lines of blocks with definitions)
  package init(of catalog: Catalog) { destinations = LinkDestinations(of: catalog) }

  /// A part of a cell and what is written in its place.
  private struct Change {
    var range: Range<Int>
    var text: [UInt8]
  }

  /// Calls `body` with the trimmed texts of a row's cells, as ranges in a run of bytes: the line,
  /// or another one where the row has reference links.
  ///
  /// - Complexity: O(line)
  func withTexts<Result>(
    of row: Row, in line: Span<UInt8>, _ body: (Span<UInt8>, [Range<Int>]) -> Result
  ) -> Result {
    let texts = row.cells.map { row.trimmed($0, in: line) }
    guard let (bytes, ranges) = inlined(line, texts) else { return body(line, texts) }
    return body(bytes.span, ranges)
  }

  /// The texts of a row's cells with reference links as inline links; nil for a row without any.
  func inlinedTexts(of row: Row, in line: Span<UInt8>) -> [[UInt8]]? {
    if destinations.isEmpty { return nil }
    return inlined(line, row.cells.map { row.trimmed($0, in: line) }).map { bytes, ranges in
      ranges.map { Array(bytes[$0]) }
    }
  }

  /// The trimmed texts of a row's cells with reference links as inline links.
  func cellTexts(ofLine line: Int, in table: CatalogTable, of catalog: Catalog) -> [String] {
    catalog.withRow(line, in: table) { bytes, row in
      withTexts(of: row, in: bytes) { bytes, texts in texts.map { bytes.string($0) } }
    }
  }

  /// A text with its reference links as inline links.
  func inlined(_ text: [UInt8]) -> [UInt8] {
    let bytes = ContiguousArray(text)
    return inlined(bytes.span, [0..<bytes.count]).map { Array($0.bytes) } ?? text
  }

  /// Texts of a line with their reference links as inline links, nil where they have none.
  private func inlined(
    _ line: Span<UInt8>, _ texts: [Range<Int>]
  ) -> (bytes: ContiguousArray<UInt8>, ranges: [Range<Int>])? {
    if destinations.isEmpty { return nil }
    let changes = texts.map { self.changes(line, $0) }
    if changes.allSatisfy(\.isEmpty) { return nil }
    var bytes = ContiguousArray<UInt8>()
    let ranges = zip(texts, changes).map { text, changes in
      let start = bytes.count
      var index = text.lowerBound
      for change in changes {
        bytes.append(contentsOf: line, index..<change.range.lowerBound)
        bytes += change.text
        index = change.range.upperBound
      }
      bytes.append(contentsOf: line, index..<text.upperBound)
      return start..<bytes.count
    }
    return (bytes, ranges)
  }

  /// The references of a cell with what is written in their place, in order.
  private func changes(_ line: Span<UInt8>, _ cell: Range<Int>) -> [Change] {
    let inline = InlineLinks(in: line, cell)
    if inline.brackets.isEmpty, inline.imageBrackets.isEmpty { return [] }
    let texts = (inline.brackets.map { ($0, false) } + inline.imageBrackets.map { ($0, true) })
      .sorted { $0.0.upperBound < $1.0.upperBound }
    let labels = Dictionary(texts.map { ($0.0.lowerBound, $0.0) }) { first, _ in first }
    var links = inline.links.filter { !$0.isImage }.map(\.range)[...]
    var lastLinkStart = -1
    var labelStarts: Set<Int> = []
    var changes: [Change] = []
    for (text, isImage) in texts where !labelStarts.contains(text.lowerBound) {
      while let link = links.first, link.upperBound <= text.upperBound {
        lastLinkStart = max(lastLinkStart, link.lowerBound)
        links.removeFirst()
      }
      // A link's text holds no link; an image's description may.
      if !isImage, lastLinkStart >= text.lowerBound { continue }
      let label = labels[text.upperBound + 2].flatMap {
        line.hasPrefix("][", at: text.upperBound) ? $0 : nil
      }
      let named = label.flatMap { $0.isEmpty ? nil : $0 } ?? text
      guard let destination = destinations.destination(ofLabel: named, in: line) else { continue }
      if let label { labelStarts.insert(label.lowerBound) }
      let end = label.map { $0.upperBound + 1 } ?? text.upperBound + 1
      changes.append(
        Change(range: text.upperBound + 1..<end, text: Self.target(destination)))
      if !isImage { lastLinkStart = text.lowerBound - 1 }
    }
    return changes.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A destination as an inline link in a cell has it, between parentheses.
  private static func target(_ destination: ContiguousArray<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in destination {
      if byte == UInt8(ascii: "|"), bytes.last != UInt8(ascii: "\\") { bytes.append(0x5C) }
      bytes.append(byte)
    }
    return LinkTargetText.text(of: bytes)
  }
}
