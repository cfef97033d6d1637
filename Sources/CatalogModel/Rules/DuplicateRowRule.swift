import CatalogSchema
import LineStore

/// All cells of a row are equal to those of an earlier row of its table.
///
/// The row was pasted twice, or a merge kept it twice. The later row is reported, with the earlier
/// one as a related place.
///
/// Fix: unsafe
/// Bad: `| [BraTS](https://a.org) | Brain |` and further down `| [BraTS](https://a.org) | Brain |`
/// Good: `| [BraTS](https://a.org) | Brain |` once
enum DuplicateRowRule {
  static let rule = Rule(
    "duplicate-row", .warning,
    .relation(
      RelationCheck(
        mayFind: SharedKeys.mayFind(\.names), mark: SharedKeys.mark(\.names, .name),
        problems: problems)))

  @Sendable private static func problems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard let repeated = catalog.repeatedRow(of: row, in: table), case .row = repeated.relation
    else { return [] }
    let name = quoted(catalog.name(ofLine: row.line, in: table))
    return [
      rule.problem(
        catalog.content(ofLine: row.line),
        "Duplicate row: \(name) with the same cells is already on line \(repeated.line + 1)",
        related: [
          RelatedPlace(
            range: catalog.keyCell(ofLine: repeated.line, in: table), message: "the earlier row")
        ], fix: removal(of: row.line, in: table, catalog))
    ]
  }

  /// Removes a row's line; a row with comments stays.
  private static func removal(
    of line: Int, in table: CatalogTable, _ catalog: Catalog
  ) -> Fix? {
    if catalog.comparedRow(line, in: table)?.hasComments != false { return nil }
    let isLast = line + 1 >= catalog.text.lineCount
    let start =
      isLast
      ? catalog.content(ofLine: line - 1).upperBound : TextPosition(line: line, byteColumn: 0)
    guard
      let end = isLast ? catalog.text.lastPosition : TextPosition(line: line + 1, byteColumn: 0)
    else { return nil }
    return Fix(
      title: "Remove the row", isSafe: false,
      edits: [TextEdit(start: start, end: end, replacement: [])])
  }
}
