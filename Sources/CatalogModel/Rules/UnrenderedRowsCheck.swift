import CatalogSchema
import LineStore
import TableSyntax

/// Reports lines shortly after a table that were meant as its rows.
enum UnrenderedRowsCheck {
  /// Rows that are separated from their table, and what is left of a row below one.
  @Sendable static func problems(
    _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    let related = [
      RelatedPlace(range: catalog.content(ofLine: table.headerLine), message: "the table")
    ]
    guard let rows = UnrenderedRows(after: table, in: catalog) else {
      return lonePipe(below: table, catalog, related)
    }
    let line = rows.lines.lowerBound
    let count = BrokenTable.unrendered(rows.rowCount)
    if catalog.delimiterCellCount(line) != nil {
      return [
        BrokenTable.problem(
          catalog.content(ofLine: line),
          "Not a table: there is no header row above this delimiter row; \(count)",
          related: related)
      ]
    }
    return [
      BrokenTable.problem(
        catalog.content(ofLine: line), "This row is not part of the table above; \(count)",
        related: related,
        fix: depth == .full ? UnrenderedRowsFix.fix(rows, after: table, catalog) : nil)
    ]
  }

  /// A line with nothing but a pipe: the end of the row above, as far as that has none.
  private static func lonePipe(
    below table: CatalogTable, _ catalog: Catalog, _ related: [RelatedPlace]
  ) -> [Problem] {
    let line = table.endLine
    guard line < catalog.text.lineCount, catalog.isRowLike(line),
      catalog.tableIndex(atLine: line) == nil, catalog.content(ofTextLine: line) == [0x7C],
      !table.bodyLines.isEmpty,
      WrappedRecord(around: line - 1, in: table, catalog) == nil
    else { return [] }
    let isClosed = catalog.withRow(line - 1, in: table) { $1.hasClosingPipe }
    let fix =
      isClosed
      ? Fix(title: "Remove the pipe", isSafe: false, edits: [catalog.removalOfRow(line)])
      : Fix(
        title: "Join the pipe to the row above", isSafe: false,
        edits: [
          TextEdit(
            start: catalog.content(ofLine: line - 1).upperBound,
            end: catalog.content(ofLine: line).lowerBound, replacement: [0x20])
        ])
    return [
      BrokenTable.problem(
        catalog.content(ofLine: line),
        isClosed
          ? "A pipe alone is no row: remove it"
          : "This pipe closes the row above: join it to that row",
        related: related, fix: fix)
    ]
  }
}
