import CatalogSchema
import LineStore
import TableSyntax

/// A header above a delimiter row that has another number of cells.
enum MismatchedTable {
  /// Lines that a header may be wrapped over.
  private static let headerLineCountMax = 3

  @Sendable static func problems(
    _ line: Int, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard line > 0, catalog.lineMetadata(line - 1).nameKey == 0 else { return [] }
    let header = LineShape(line - 1, in: catalog)
    let delimiter = LineShape(line, in: catalog)
    let rows = catalog.paragraphRows(from: line + 1)
    guard header.pipeCount > 0 else {
      return headless(line, delimiter.cellCount, rows, catalog)
    }
    if catalog.isSilenced(BrokenTable.code, ofLine: line - 1) { return [] }
    let related = [
      RelatedPlace(range: catalog.content(ofLine: line), message: "the delimiter row")
    ]
    if let start = wrappedHeader(line, delimiter.cellCount, catalog) {
      return [
        BrokenTable.problem(
          catalog.content(ofLine: line - 1),
          "Not a table: the header is wrapped over \(line - start) lines; "
            + BrokenTable.unrendered(rows.upperBound - start),
          related: related, fix: joinedHeader(start..<line, catalog))
      ]
    }
    return [
      BrokenTable.problem(
        catalog.content(ofLine: line - 1),
        "Not a table: the header has \(cells(header.cellCount)), the delimiter row "
          + "\(delimiter.cellCount); " + BrokenTable.unrendered(rows.upperBound - line + 1),
        related: related,
        fix: depth == .full ? DelimiterRowFix.fix(line, header.cellCount, rows, catalog) : nil)
    ]
  }

  /// A delimiter row under text, with rows below it.
  private static func headless(
    _ line: Int, _ cellCount: Int, _ rows: Range<Int>, _ catalog: Catalog
  ) -> [Problem] {
    guard cellCount > 1, !rows.isEmpty,
      LineShape(rows.lowerBound, in: catalog).cellCount == cellCount,
      !catalog.isSilenced(BrokenTable.code, ofLine: line)
    else { return [] }
    return [
      BrokenTable.problem(
        catalog.content(ofLine: line),
        "Not a table: there is no header row above the delimiter row; "
          + BrokenTable.unrendered(rows.upperBound - line))
    ]
  }

  private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }

  // MARK: Wrapped headers

  /// The first line of a header whose joined lines have the cells of the delimiter row.
  private static func wrappedHeader(_ line: Int, _ cellCount: Int, _ catalog: Catalog) -> Int? {
    var start = line - 1
    while line - start < headerLineCountMax, start > 0,
      catalog.lineMetadata(start - 1).role == .paragraph, !catalog.isListItem(start),
      LineShape(start - 1, in: catalog).textPipeCount > 0
    {
      start -= 1
      let text = catalog.joined(start..<line)
      let count = RowSplitter.cellCount(text.span, from: 0)
      if count == cellCount { return start }
      if count > cellCount { return nil }
    }
    return nil
  }

  private static func joinedHeader(_ lines: Range<Int>, _ catalog: Catalog) -> Fix? {
    var state = catalog.blockState(before: lines.lowerBound)
    let prefix = catalog.prefix(ofLine: lines.lowerBound, isFirst: true)
    let header = ContiguousArray(prefix + catalog.joined(lines))
    _ = BlockScanner.read(header.span, in: &state)
    let isTable = catalog.text.withLine(lines.upperBound) { bytes, _ in
      BlockScanner.read(bytes, in: &state).isDelimiterRow
    }
    guard isTable else { return nil }
    let joins = lines.dropFirst().map { line in
      TextEdit(
        start: catalog.content(ofLine: line - 1).upperBound,
        end: catalog.content(ofLine: line).lowerBound, replacement: [0x20])
    }
    return Fix(title: "Join the header’s lines", isSafe: false, edits: joins)
  }
}
