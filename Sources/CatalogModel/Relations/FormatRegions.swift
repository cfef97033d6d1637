import LineStore
import TableSyntax

/// The lines between the start and end marks of other formatters.
struct FormatRegions: Sendable {
  /// The regions of a catalog.
  struct Key: DerivedValue {
    func derive(from catalog: Catalog) -> FormatRegions { FormatRegions(of: catalog) }
  }

  /// The regions of each formatter, in order.
  private var regions: [[Range<Int>]] = Array(repeating: [], count: FormatMark.toolCount)

  /// Finds the regions; one without an end reaches to the text's end.
  ///
  /// - Complexity: O(blocks + lines of blocks with marks)
  fileprivate init(of catalog: Catalog) {
    var starts: [Int?] = Array(repeating: nil, count: FormatMark.toolCount)
    catalog.forEachLine(ofBlocksWith: \.formatMarks) { line, metadata in
      guard let mark = metadata.formatMark else { return }
      switch mark.kind {
      case .next: break
      case .start: starts[mark.tool] = starts[mark.tool] ?? line
      case .end:
        if let start = starts[mark.tool] { regions[mark.tool].append(start..<line) }
        starts[mark.tool] = nil
      }
    }
    for (tool, start) in starts.enumerated() {
      if let start { regions[tool].append(start..<catalog.text.lineCount) }
    }
  }

  /// Whether a line is in a region.
  func contains(_ line: Int) -> Bool {
    regions.contains { $0.hasRange(with: line) }
  }
}

extension Catalog {
  /// Whether a table is never formatted: it is not checked either, or other formatters leave it as
  /// it is.
  ///
  /// - Complexity: O(blank lines and comments above the table)
  package func isUnformattable(_ table: CatalogTable) -> Bool {
    if skippedTableIDs.contains(table.id) { return true }
    if totals.formatMarks == 0 { return false }
    return derived(FormatRegions.Key()).contains(table.headerLine)
      || hasFormatMark(above: table.headerLine)
  }

  /// Whether the first line above, apart from blank lines and other comments, is a mark for what is
  /// below it.
  private func hasFormatMark(above line: Int) -> Bool {
    var line = line - 1
    while line >= 0 {
      if let mark = lineMetadata(line).formatMark, mark.kind == .next { return true }
      let isSkipped = text.withLine(line) { bytes, _ in
        let start = bytes.skip(while: { $0.isBlank || $0 == UInt8(ascii: ">") }, from: 0)
        return start == bytes.count || bytes.hasPrefix("<!--", at: start)
      }
      if !isSkipped { return false }
      line -= 1
    }
    return false
  }
}
