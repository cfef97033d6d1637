import CatalogSchema
import LineStore
import TableSyntax

/// Reports lines outside all tables that were meant as a table.
enum UnrenderedTableCheck {
  @Sendable static func problems(
    _ line: Int, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard let table = UnrenderedTable(startingAt: line, in: catalog),
      !isPartOfTableAbove(table.lines.lowerBound, catalog),
      !catalog.isSilenced(BrokenTable.code, ofLine: line)
    else { return [] }
    return [
      BrokenTable.problem(
        catalog.content(ofLine: line),
        "Not a table: \(reason(table.flaw)); \(BrokenTable.unrendered(table.rowCount))",
        fix: depth == .full ? UnrenderedTableFix(table, catalog).fix : nil)
    ]
  }

  private static func reason(_ flaw: UnrenderedTable.Flaw) -> String {
    switch flaw {
    case .noDelimiterRow: "there is no delimiter row, as in “| --- | --- |”, under the header"
    case .foreignDelimiterRow:
      "the delimiter row must have hyphens and pipes only, as in “| --- | --- |”"
    case .indentedDelimiterRow: "the delimiter row must not be indented by four spaces or more"
    case .outerDelimiterRow:
      "the header is in a list item or a quote, the delimiter row is not"
    case .separateDelimiterRow: "remove the blank line between the header and the delimiter row"
    case .heading:
      "the line under the header makes a heading of it; it must have a pipe for each column"
    case .noHeader: "there is no header row above the delimiter row"
    case .aboveHeader: "the header is the line above the delimiter row, and no other"
    case .oneLine: "each row must be on a line of its own"
    case .code: "lines that are indented by four spaces or more are code"
    }
  }

  /// Whether the lines are reported with a table or a header above them.
  private static func isPartOfTableAbove(_ first: Int, _ catalog: Catalog) -> Bool {
    if let table = catalog.tables.last(withDelimiterRowBefore: first),
      first - table.endLine <= RowLikeLines.countMax,
      UnrenderedRows(after: table, in: catalog)?.lines.contains(first) == true
    {
      return true
    }
    var above = first - 1
    while above >= 0, first - above <= RowLikeLines.blankCountMax, catalog.isBlankOrUnderline(above)
    {
      above -= 1
    }
    let isAdjacent = above == first - 1 && catalog.lineMetadata(above).role != .verbatim
    guard above >= 0, !isAdjacent, catalog.isRowLike(above),
      let start = catalog.startOfRows(upTo: above),
      let table = UnrenderedTable(startingAt: start, in: catalog)
    else { return false }
    return table.lines.contains(first)
  }
}
