import CatalogSchema
import LineStore
import TableSyntax

/// Lines meant as rows that are rendered as plain text.
///
/// A delimiter row with another number of cells than the line above makes no table, and a blank
/// line ends one. The first unrendered line is reported once, with the number of lines. There is a
/// fix if it makes rows of these lines and leaves all others as they are.
///
/// Fix: safe, where one small edit is enough
/// Bad: a blank line between two rows
/// Good: the rows directly under one another
enum BrokenTableRule {
  static let rule = Rule(
    "broken-table", .error,
    .line(
      LineCheck(
        mayFind: { $1.metadata[$0].counts.mismatches > 0 },
        mayReport: { $0.role == .mismatchedDelimiterRow },
        problems: delimiterProblems)),
    .table(unrenderedProblems))

  /// A header above a delimiter row that has another number of cells.
  @Sendable private static func delimiterProblems(
    _ line: Int, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard line > 0, catalog.lineMetadata(line - 1).nameKey == 0 else { return [] }
    let header = LineShape(line - 1, in: catalog)
    let delimiter = LineShape(line, in: catalog)
    guard header.pipeCount > 0, !catalog.isSilenced(rule.code, ofLine: line - 1) else { return [] }
    let rows = catalog.paragraphRows(from: line + 1)
    return [
      rule.problem(
        catalog.content(ofLine: line - 1),
        "Not a table: the header has \(cells(header.cellCount)), the delimiter row "
          + "\(delimiter.cellCount); " + unrendered(2 + rows.count),
        related: [
          RelatedPlace(range: catalog.content(ofLine: line), message: "the delimiter row")
        ],
        fix: depth == .full ? DelimiterRowFix.fix(line, header.cellCount, rows, catalog) : nil)
    ]
  }

  /// Rows that are separated from their table.
  @Sendable private static func unrenderedProblems(
    _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard let lines = UnrenderedRows(after: table, in: catalog)?.lines else { return [] }
    return [
      rule.problem(
        catalog.content(ofLine: lines.lowerBound),
        "This row is not part of the table above; " + unrendered(lines.count),
        related: [
          RelatedPlace(range: catalog.content(ofLine: table.headerLine), message: "the table")
        ],
        fix: depth == .full ? LineRemovalFix.fix(lines, after: table, catalog) : nil)
    ]
  }

  private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }

  private static func unrendered(_ count: Int) -> String {
    count == 1 ? "1 line is not rendered as a row" : "\(count) lines are not rendered as rows"
  }
}
