import CatalogSchema
import LineStore
import TableSyntax

/// A link in a row's text has the name of another row but another URL than that row.
///
/// Often the text was written for an earlier URL of the other dataset.
///
/// Fix: unsafe
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
    guard
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
    let name = PlainText.bytes(bytes, link.text)
    let linkKey = Fingerprint.ofURL(bytes, link.destination)
    let targets = catalog.rows(named: name, fingerprint: Fingerprint.ofName(bytes, link.text))
      .filter { $0.line != line }
    guard let target = targets.first,
      targets.allSatisfy({ catalog.lineMetadata($0.line).linkKey != linkKey }),
      let url = catalog.link(ofLine: target.line, in: target.table)
    else { return nil }
    let shown = quoted(name)
    let edit = catalog.linkEdit(of: target).map { url in
      let range = url.isBracketed ? link.destination.withBrackets(bytes) : link.destination
      return TextEdit(line: line, byteColumns: range, replacement: url.bytes)
    }
    return rule.problem(
      TextPosition.range(line, link.destination),
      "\(shown) on line \(target.line + 1) has another link: "
        + Quotation.of(String(decoding: url, as: UTF8.self)),
      related: [
        RelatedPlace(
          range: catalog.keyCell(ofLine: target.line, in: target.table),
          message: "the row \(shown)")
      ],
      fix: edit.map { Fix(title: "Use the link of \(shown)", isSafe: false, edits: [$0]) })
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

extension Catalog {
  /// A row's URL as it can be written in a link, nil for a row without one.
  fileprivate func linkEdit(
    of row: (line: Int, table: CatalogTable)
  ) -> (bytes: [UInt8], isBracketed: Bool)? {
    withName(ofLine: row.line, in: row.table) { line, name in
      guard let url = name.url(line), let destination = name.destination else { return nil }
      let bytes = ContiguousArray(url)
      guard URLParts.isFull(bytes.span, 0..<bytes.count) else { return nil }
      let isBracketed = destination.withBrackets(line) != destination
      let brackets = isBracketed ? ([UInt8(ascii: "<")], [UInt8(ascii: ">")]) : ([], [])
      return (brackets.0 + url + brackets.1, isBracketed)
    }
  }
}
