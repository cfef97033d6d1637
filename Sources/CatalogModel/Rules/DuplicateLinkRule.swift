import CatalogSchema
import LineStore

/// Two rows of one table share a link; scheme, the host's case and a last slash are folded.
///
/// Mostly a row was copied and its link forgotten. The later row is told, with the earlier as
/// related place.
///
/// Bad: `| [BUID](https://example.org/b) | …` and `| [BUSI](https://example.org/b/) | …`
/// Good: each with an address of its own
enum DuplicateLinkRule {
  static func problems(
    _ line: Int, _ facts: LineFacts, _ bytes: Span<UInt8>, _ row: Row, _ table: CatalogTable,
    _ catalog: Catalog
  ) -> [Problem] {
    guard let key = table.plan.keyColumn, key < row.cellCount,
      let destination = RowName(bytes, value: row.values[key]).destination,
      let earlier = EarlierRow.find(
        line, KeyIndex.key(facts.linkKey, table: table.id), facts.linkKey, { $0.linkKey }, table,
        catalog.links, catalog)
    else { return [] }
    let name = String(decoding: catalog.name(ofLine: earlier, in: table), as: UTF8.self)
    return [
      Problem(
        rule: .duplicateLink, severity: .warning, range: TextPosition.range(line, destination),
        message: "“\(name)” in line \(earlier + 1) has this link already",
        related: [
          RelatedPlace(
            range: catalog.keyCell(ofLine: earlier, in: table), message: "the earlier row")
        ])
    ]
  }
}
