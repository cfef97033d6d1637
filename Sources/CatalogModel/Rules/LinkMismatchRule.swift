import CatalogSchema
import LineStore
import TableSyntax

/// A link in a row's text has the name of another row but another URL than that row; only in
/// tables with a schema.
///
/// Often the text was written for an earlier URL of the other dataset.
///
/// Fix: unsafe, in either direction
/// Bad: `[CheXmask](https://example.org/0.4)` where the row CheXmask has `https://example.org/0.1`
/// Good: `[CheXmask](https://example.org/0.1)`
enum LinkMismatchRule {
  static let rule = Rule(
    "link-mismatch", .warning,
    .relation(
      RelationCheck(
        mayFind: { block, catalog in
          catalog.metadata[block].links.contains { catalog.mayMismatch($0) }
        }, mark: mark, problems: problems)))

  @Sendable private static func mark(
    _ block: Int, _ catalog: Catalog, _ isMarked: inout [Bool]
  ) {
    for link in catalog.metadata[block].links where !isMarked[Int(link.line)] {
      if catalog.mayMismatch(link) { isMarked[Int(link.line)] = true }
    }
  }

  @Sendable private static func problems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard table.plan.schema != nil,
      row.block.links.entries(ofLine: row.lineInBlock).contains(where: { catalog.mayMismatch($0) })
    else {
      return []
    }
    return catalog.withRow(row.line, in: table) { bytes, cells in
      RowView(bytes, cells, table.plan).linksWithNames.compactMap {
        problem(row.line, $0, bytes, catalog)
      }
    }
  }

  private static func problem(
    _ line: Int, _ link: InlineLink, _ bytes: Span<UInt8>, _ catalog: Catalog
  ) -> Problem? {
    let name = PlainText.bytes(bytes, bytes.withoutBlanks(link.text))
    let linkKey = Fingerprint.ofURL(bytes, link.destination)
    let targets = catalog.rows(named: name, fingerprint: Fingerprint.ofName(bytes, link.text))
      .filter { $0.line != line && $0.table.plan.schema != nil }
    guard let target = targets.first,
      targets.allSatisfy({ catalog.lineMetadata($0.line).linkKey != linkKey }),
      let url = catalog.link(ofLine: target.line, in: target.table)
    else { return nil }
    let shown = quoted(name)
    let row = "\(shown) on line \(target.line + 1)"
    let fixes = fixes(line, link, bytes, shown, target, catalog)
    var problem = rule.problem(
      TextPosition.range(line, link.destination.isEmpty ? link.range : link.destination),
      url.isEmpty
        ? "\(row) has a link without a destination"
        : "\(row) has another link: \(Quotation.of(String(decoding: url, as: UTF8.self)))",
      related: [
        RelatedPlace(
          range: catalog.keyCell(ofLine: target.line, in: target.table),
          message: "the row \(shown)")
      ],
      fix: fixes.here)
    problem.otherFixes = fixes.there.map { [$0] } ?? []
    return problem
  }

  /// Fixes in either direction: which of the links is out of date, nobody knows.
  private static func fixes(
    _ line: Int, _ link: InlineLink, _ bytes: Span<UInt8>, _ name: String,
    _ target: (line: Int, table: CatalogTable), _ catalog: Catalog
  ) -> (here: Fix?, there: Fix?) {
    let own = LinkSource(bytes, link.destination, url: bytes.array(link.destination))
    let other = catalog.withName(ofLine: target.line, in: target.table) { bytes, name in
      name.destination.map {
        (source: LinkSource(bytes, $0, url: name.url(bytes) ?? []), isInline: name.isInline)
      }
    }
    guard let other else { return (nil, nil) }
    return (
      here: other.source.fix("Use the link of \(name)", own.range, line),
      there: other.isInline
        ? own.fix("Use this link in the row \(name)", other.source.range, target.line) : nil
    )
  }
}

/// A link's destination as it is written.
private struct LinkSource {
  /// The destination with its angle brackets, if it has any.
  let range: Range<Int>
  /// The text that makes it the destination of another link; nil where it is no full URL.
  let written: [UInt8]?

  init(_ line: Span<UInt8>, _ destination: Range<Int>, url: [UInt8]) {
    range = destination.withBrackets(line)
    let bytes = ContiguousArray(url)
    guard URLParts.isFull(bytes.span, 0..<bytes.count) else {
      written = nil
      return
    }
    let isBracketed = range != destination
    written = isBracketed ? [UInt8(ascii: "<")] + url + [UInt8(ascii: ">")] : url
  }

  /// The fix that writes it in a range of a line.
  func fix(_ title: String, _ range: Range<Int>, _ line: Int) -> Fix? {
    written.map {
      Fix(
        title: title, isSafe: false,
        edits: [TextEdit(line: line, byteColumns: range, replacement: $0)])
    }
  }
}

extension Range where Bound == Int {
  /// A destination with the `<` and `>` around it, if there are any.
  fileprivate func withBrackets(_ line: Span<UInt8>) -> Range<Int> {
    let isBracketed =
      lowerBound > 0 && line[lowerBound - 1] == UInt8(ascii: "<")
      && upperBound < line.count && line[upperBound] == UInt8(ascii: ">")
    return isBracketed ? lowerBound - 1..<upperBound + 1 : self
  }
}
