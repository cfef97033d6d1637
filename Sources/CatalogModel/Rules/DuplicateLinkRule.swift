import CatalogSchema
import LineStore

/// Two rows of one table share a link; scheme, the host's case and a last slash are folded.
///
/// Mostly a row was copied and its link forgotten. The later row is reported, with the earlier as
/// related place.
///
/// Bad: `| [BUID](https://example.org/b) | …` and `| [BUSI](https://example.org/b/) | …`
/// Good: each with an address of its own
enum DuplicateLinkRule {
  /// The problem of a row whose link an earlier row has.
  static func problem(
    _ line: Int, _ earlier: Int, _ table: CatalogTable, _ catalog: Catalog
  ) -> Problem? {
    guard let range = catalog.linkRange(ofLine: line, in: table) else { return nil }
    let name = quoted(catalog.name(ofLine: earlier, in: table))
    return Problem(
      rule: .duplicateLink, severity: .warning, range: TextPosition.range(line, range),
      message: "\(name) in line \(earlier + 1) has this link already",
      related: [
        RelatedPlace(range: catalog.keyCell(ofLine: earlier, in: table), message: "the earlier row")
      ])
  }
}
