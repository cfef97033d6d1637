import CatalogSchema
import LineStore

/// Two rows of different names share a link; scheme, the host's case and a last slash are folded.
///
/// Often a row was copied and its link forgotten. The later row is reported, with the earlier one
/// as a related place. Without a schema it is a hint, where at least 95 % of at least 20 links of
/// the table are distinct and the rows are not near each other.
///
/// Bad: `| [BUID](https://example.org/b) | …` and `| [BUSI](https://example.org/b/) | …`
/// Good: each with a URL of its own
enum DuplicateLinkRule {
  static let rule = Rule(
    "duplicate-link", .warning,
    .relation(
      RelationCheck(
        mayFind: SharedKeys.mayFind(\.links), mark: SharedKeys.mark(\.links, .link),
        problems: problems)))

  /// Lines within which a writer has seen both rows.
  private static let neighbourhood = 3

  /// The problem of a row whose link an earlier row has.
  @Sendable private static func problems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard let earlier = catalog.earlierLine(than: row, sharing: .link, in: table),
      catalog.lineMetadata(earlier).nameKey != row.metadata.nameKey,
      let range = catalog.linkRange(ofLine: row.line, in: table)
    else { return [] }
    let hasSchema = table.plan.schema != nil
    if !hasSchema, row.line - earlier <= neighbourhood || !catalog.hasDistinctLinks(table) {
      return []
    }
    let name = quoted(catalog.name(ofLine: earlier, in: table))
    var problem = rule.problem(
      TextPosition.range(row.line, range),
      "Duplicate link: \(name) on line \(earlier + 1) has the same one",
      related: [
        RelatedPlace(
          range: catalog.keyCell(ofLine: earlier, in: table), message: "the earlier row")
      ])
    if !hasSchema { problem.severity = .hint }
    return [problem]
  }
}

extension Catalog {
  /// Whether at least 95 % of at least 20 links of a table's names are distinct.
  fileprivate func hasDistinctLinks(_ table: CatalogTable) -> Bool {
    let count = table.tally.linkedRowCount
    return count >= 20 && links.repetitionCount(ofTable: table.id) * 20 <= count
  }
}
