import LineStore
import TableSyntax

/// The destinations of a text's link reference definitions (GFM 0.29 §4.7) by their labels.
package struct LinkDestinations: Sendable {
  private var byLabel: [UInt64: ContiguousArray<UInt8>] = [:]

  /// Whether the text has no definitions.
  package var isEmpty: Bool { byLabel.isEmpty }

  /// Reads the definitions of a text; of two with one label the first counts.
  ///
  /// - Complexity: O(blocks + lines of blocks with definitions)
  package init(of catalog: Catalog) {
    var nextLine = 0
    for block in catalog.metadata.indices where catalog.metadata[block].counts.definitions > 0 {
      let first = catalog.text.firstLine(ofBlock: block)
      for (offset, metadata) in catalog.metadata[block].lines.enumerated()
      where first + offset >= nextLine && metadata.role == .paragraph && metadata.nameKey != 0 {
        nextLine = read(paragraphAt: first + offset, of: catalog, after: nextLine)
      }
    }
  }

  /// The destination of the label in a range of a line, nil where it is not defined.
  package func destination(ofLabel label: Range<Int>, in line: Span<UInt8>)
    -> ContiguousArray<UInt8>?
  {
    byLabel[DefinitionLabel.key(line, label)]
  }

  /// Reads the definitions at the start of a paragraph; returns the line after them.
  private mutating func read(
    paragraphAt line: Int, of catalog: Catalog, after lastEnd: Int
  ) -> Int {
    let isInside =
      line > lastEnd && catalog.lineMetadata(line - 1).role == .paragraph
      && !catalog.startsContainer(line)
    if isInside { return line + 1 }
    let (text, end) = catalog.paragraph(from: line)
    var start = 0
    while start < text.count, let definition = LinkDefinition(text.span, from: start) {
      let key = DefinitionLabel.key(text.span, definition.label)
      if key != 0, byLabel[key] == nil, text[definition.label.lowerBound] != UInt8(ascii: "^") {
        byLabel[key] = ContiguousArray(text[definition.destination])
      }
      start = definition.end
    }
    return end
  }
}

/// The definitions of a text, read once for each generation of the relations.
struct DefinedLinks: DerivedValue {
  func derive(from catalog: Catalog) -> LinkDestinations { LinkDestinations(of: catalog) }
}

extension Catalog {
  /// Whether a line of text starts a block quote or a list item.
  fileprivate func startsContainer(_ line: Int) -> Bool {
    let start = Int(lineMetadata(line).contentOffset)
    return text.withLine(line) { bytes, _ in
      (0..<min(max(0, start), bytes.count)).contains { !bytes[$0].isBlank && bytes[$0] != 0x3E }
    }
  }

  /// The text of the paragraph's lines from one on, and the line after it.
  fileprivate func paragraph(from first: Int) -> (text: ContiguousArray<UInt8>, end: Int) {
    var bytes = ContiguousArray<UInt8>()
    var line = first
    repeat {
      let start = Int(lineMetadata(line).contentOffset)
      text.withLine(line) { source, _ in
        for index in min(max(0, start), source.count)..<source.count { bytes.append(source[index]) }
      }
      bytes.append(0x0A)
      line += 1
    } while line < text.lineCount && lineMetadata(line).role == .paragraph
      && !startsContainer(line)
    return (bytes, line)
  }
}
