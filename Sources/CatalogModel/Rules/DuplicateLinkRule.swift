import CatalogSchema
import LineStore

/// Two rows of one table share a link; scheme, the host's case and a last slash are folded.
///
/// Often a row was copied and its link forgotten. The later row is reported, with the earlier one
/// as a related place.
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

  /// The problem of a row whose link an earlier row has.
  @Sendable private static func problems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard let earlier = catalog.earlierLine(than: row, sharing: .link, in: table),
      let range = catalog.linkRange(ofLine: row.line, in: table)
    else { return [] }
    let name = quoted(catalog.name(ofLine: earlier, in: table))
    return [
      rule.problem(
        TextPosition.range(row.line, range),
        "Duplicate link: \(name) on line \(earlier + 1) has the same one",
        related: [
          RelatedPlace(
            range: catalog.keyCell(ofLine: earlier, in: table), message: "the earlier row")
        ])
    ]
  }
}
