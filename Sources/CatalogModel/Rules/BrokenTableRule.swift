import CatalogSchema
import LineStore
import TableSyntax

/// Lines meant as rows that are rendered as plain text.
///
/// A delimiter row with another number of cells than the line above makes no table at all, and a
/// blank line ends one. Reported once, on the first lost line, with how many follow. The fix is
/// offered where it makes rows of these lines and leaves all others as they are.
///
/// Bad: a blank line between two rows
/// Good: the rows directly under one another
enum BrokenTableRule {
  /// The header above a delimiter row that has another number of cells.
  static func problem(
    mismatchedAt line: Int, in catalog: Catalog, _ depth: ProblemDepth,
    _ states: inout BlockStateCursor
  ) -> Problem? {
    guard line > 0, catalog.lineFacts(line - 1).nameKey == 0 else { return nil }
    let header = LineShape(line - 1, in: catalog)
    let delimiter = LineShape(line, in: catalog)
    guard header.pipeCount > 0, !catalog.isSilenced(.brokenTable, ofLine: line - 1) else {
      return nil
    }
    let rows = catalog.paragraphRows(from: line + 1)
    return Problem(
      rule: .brokenTable, severity: .error, range: catalog.content(ofLine: line - 1),
      message: "No table: the header has \(cells(header.cellCount)), the delimiter row "
        + "\(delimiter.cellCount); " + lost(2 + rows.count),
      related: [RelatedPlace(range: catalog.content(ofLine: line), message: "the delimiter row")],
      fix: depth == .full
        ? DelimiterRowFix.fix(line, header.cellCount, rows, catalog, &states) : nil)
  }

  /// Rows that a table's end has cut off.
  static func problem(
    behind table: CatalogTable, in catalog: Catalog, _ depth: ProblemDepth,
    _ states: inout BlockStateCursor
  ) -> Problem? {
    guard let lines = LostRows(behind: table, in: catalog)?.lines,
      !catalog.isSilenced(.brokenTable, ofLine: lines.lowerBound)
    else { return nil }
    return Problem(
      rule: .brokenTable, severity: .error, range: catalog.content(ofLine: lines.lowerBound),
      message: "This row is outside its table; " + lost(lines.count),
      related: [
        RelatedPlace(range: catalog.content(ofLine: table.headerLine), message: "the table")
      ],
      fix: depth == .full ? LineRemovalFix.fix(lines, behind: table, catalog, &states) : nil)
  }

  private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }

  private static func lost(_ count: Int) -> String {
    count == 1 ? "1 line is not rendered as a row" : "\(count) lines are not rendered as rows"
  }
}
