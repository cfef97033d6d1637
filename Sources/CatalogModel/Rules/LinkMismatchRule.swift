import CatalogSchema
import LineStore
import TableSyntax

/// A link in a row's text bears the name of another row and leads elsewhere than that row's link.
///
/// Mostly the text was written for an earlier address of the other dataset.
///
/// Bad: `[CheXmask](https://example.org/0.4)` where the row CheXmask has `https://example.org/0.1`
/// Good: `[CheXmask](https://example.org/0.1)`
enum LinkMismatchRule {
  /// The inline links of a row outside its key column.
  static func links(
    _ line: Span<UInt8>, _ row: Row, _ reading: RowReading
  ) -> [InlineLink] {
    let keyCell = reading.plan.keyColumn.flatMap { reading.cell(ofColumn: $0)?.cell }
    var links: [InlineLink] = []
    for (index, cell) in row.cells.enumerated()
    where index != keyCell && cell.marks.contains(.bracket) {
      guard contains("](", line, cell.value) else { continue }
      links += InlineLinks(in: line, cell.value).links.filter(looksAt)
    }
    return links
  }

  /// Whether a link may bear a row's name.
  static func looksAt(_ link: InlineLink) -> Bool { !link.isImage && !link.text.isEmpty }

  private static func contains(
    _ text: StaticString, _ line: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    for index in range where line[index] == UInt8(ascii: "]") && line.hasPrefix(text, at: index) {
      return true
    }
    return false
  }
}

extension LinkMismatchRule {
  /// The links of a row that bear another row's name and lead elsewhere.
  static func problems(_ line: Int, _ table: CatalogTable, _ catalog: Catalog) -> [Problem] {
    catalog.withRow(line, in: table) { problems(line, $0, $1, table, catalog) }
  }

  private static func problems(
    _ line: Int, _ bytes: Span<UInt8>, _ row: Row, _ table: CatalogTable, _ catalog: Catalog
  ) -> [Problem] {
    let reading = RowReading(bytes, row, table.plan)
    var problems: [Problem] = []
    for link in links(bytes, row, reading) {
      let name = PlainText.bytes(bytes, link.text)
      let targets = catalog.rows(named: name, fingerprint: Fingerprint.ofName(bytes, link.text))
        .filter { $0.line != line }
      let linkKey = Fingerprint.ofURL(bytes, link.destination)
      guard let target = targets.first,
        targets.allSatisfy({ catalog.lineFacts($0.line).linkKey != linkKey }),
        let address = catalog.link(ofLine: target.line, in: target.table)
      else { continue }
      problems.append(problem(line, link, bytes, name, target, address, catalog))
    }
    return problems
  }

  private static func problem(
    _ line: Int, _ link: InlineLink, _ bytes: Span<UInt8>, _ name: [UInt8],
    _ target: (line: Int, table: CatalogTable), _ address: [UInt8], _ catalog: Catalog
  ) -> Problem {
    let shown = quoted(name)
    let edit = catalog.linkEdit(of: target).map { address in
      let range = address.isBracketed ? link.destination.withBrackets(bytes) : link.destination
      return TextEdit(line: line, byteColumns: range, replacement: address.bytes)
    }
    return Problem(
      rule: .linkMismatch, severity: .warning, range: TextPosition.range(line, link.destination),
      message: "\(shown) in line \(target.line + 1) has another link: "
        + Quotation.of(String(decoding: address, as: UTF8.self)),
      related: [
        RelatedPlace(
          range: catalog.keyCell(ofLine: target.line, in: target.table),
          message: "the row \(shown)")
      ],
      fix: edit.map { Fix(title: "Use the link of \(shown)", isSafe: false, edits: [$0]) })
  }
}

extension Range where Bound == Int {
  /// A destination with the `<` and `>` around it, where they stand.
  fileprivate func withBrackets(_ line: Span<UInt8>) -> Range<Int> {
    let isBracketed =
      lowerBound > 0 && line[lowerBound - 1] == UInt8(ascii: "<")
      && upperBound < line.count && line[upperBound] == UInt8(ascii: ">")
    return isBracketed ? lowerBound - 1..<upperBound + 1 : self
  }
}

extension Catalog {
  /// The rows of all tables whose name is exactly this, in order.
  package func rows(named name: [UInt8]) -> [(line: Int, table: CatalogTable)] {
    let bytes = ContiguousArray(name)
    let fingerprint = Fingerprint.ofName(bytes.span, 0..<bytes.count)
    return rows(named: name, fingerprint: fingerprint)
  }

  func rows(named name: [UInt8], fingerprint: UInt64) -> [(line: Int, table: CatalogTable)] {
    var found: [(line: Int, table: CatalogTable)] = []
    forEachRow(ofName: fingerprint) { line, facts in
      if self.name(ofLine: line, facts) == name, let table = table(atLine: line) {
        found.append((line, table))
      }
      return true
    }
    return found
  }

  /// The first row but one whose name is exactly this.
  func firstRow(named name: [UInt8], fingerprint: UInt64, besides line: Int) -> Int? {
    var found: Int?
    forEachRow(ofName: fingerprint) { other, facts in
      if other != line, self.name(ofLine: other, facts) == name { found = other }
      return found == nil
    }
    return found
  }

  /// The address of a row's link.
  package func link(ofLine line: Int, in table: CatalogTable) -> [UInt8]? {
    withName(ofLine: line, in: table) { bytes, name in name.address(bytes) }
  }

  /// A row's address as it can be written in a link, nil where it is none.
  fileprivate func linkEdit(
    of row: (line: Int, table: CatalogTable)
  ) -> (bytes: [UInt8], isBracketed: Bool)? {
    withName(ofLine: row.line, in: row.table) { line, name in
      guard let address = name.address(line), let destination = name.destination else {
        return nil
      }
      let bytes = ContiguousArray(address)
      guard InvalidLinkRule.isFullAddress(bytes.span, 0..<bytes.count) else { return nil }
      let isBracketed = destination.withBrackets(line) != destination
      let brackets = isBracketed ? ([UInt8(ascii: "<")], [UInt8(ascii: ">")]) : ([], [])
      return (brackets.0 + address + brackets.1, isBracketed)
    }
  }

  /// Where a row's address stands in its line.
  func linkRange(ofLine line: Int, in table: CatalogTable) -> Range<Int>? {
    withName(ofLine: line, in: table) { _, name in name.destination }
  }
}
