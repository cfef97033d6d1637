import CatalogSchema
package import LineStore
import TableSyntax

/// Rows by their names, and the names and links of rows.
extension Catalog {
  /// The rows of all tables whose name is exactly this, in order.
  package func rows(named name: [UInt8]) -> [(line: Int, table: CatalogTable)] {
    let bytes = ContiguousArray(name)
    let fingerprint = Fingerprint.ofName(bytes.span, 0..<bytes.count)
    return rows(named: name, fingerprint: fingerprint)
  }

  func rows(named name: [UInt8], fingerprint: UInt64) -> [(line: Int, table: CatalogTable)] {
    var found: [(line: Int, table: CatalogTable)] = []
    for table in tables {
      let key = KeyIndex.key(fingerprint, table: table.id)
      for line in lines(ofKey: key, in: names, { $0.nameKey == fingerprint })
      where table.bodyLines.contains(line) && self.name(ofLine: line, in: table) == name {
        found.append((line, table))
      }
    }
    return found
  }

  /// Whether a link may have the name of a row but another URL than that row.
  func mayMismatch(_ link: StoredLink) -> Bool {
    tables.contains { table in
      let key = KeyIndex.key(link.textKey, table: table.id)
      guard table.plan.keyColumn != nil, names.contains(key) else { return false }
      let rows = lines(ofKey: key, in: names) { $0.nameKey == link.textKey }
      return !rows.contains { lineFacts($0).linkKey == link.linkKey }
    }
  }

  /// Calls `body` with a row's line and name; nil where no cell certainly holds the name.
  package func withName<Result>(
    ofLine line: Int, in table: CatalogTable, _ body: (Span<UInt8>, RowName) -> Result?
  ) -> Result? {
    guard table.plan.keyColumn != nil else { return nil }
    let known = lineFacts(line).nameCell
    return withRow(line, in: table) { bytes, row in
      if known != LineFacts.noCell {
        let cell = Int(known)
        return cell < row.cellCount
          ? body(bytes, RowName(bytes, value: row.cells[cell].value)) : nil
      }
      return RowView(bytes, row, table.plan).nameCell.flatMap {
        body(bytes, RowName(bytes, value: $0.value))
      }
    }
  }

  /// The place of a row's name, at the line's start for a row without one.
  package func keyCell(ofLine line: Int, in table: CatalogTable) -> Range<TextPosition> {
    let range = withName(ofLine: line, in: table) { _, name in name.text }
    return TextPosition.range(line, range ?? 0..<0)
  }

  /// The URL of a row's link.
  package func link(ofLine line: Int, in table: CatalogTable) -> [UInt8]? {
    withName(ofLine: line, in: table) { bytes, name in name.url(bytes) }
  }

  /// The place of a row's URL in its line.
  func linkRange(ofLine line: Int, in table: CatalogTable) -> Range<Int>? {
    withName(ofLine: line, in: table) { _, name in name.destination }
  }
}

extension TextPosition {
  /// A range in one line.
  static func range(_ line: Int, _ columns: Range<Int>) -> Range<TextPosition> {
    TextPosition(
      line: line, byteColumn: columns.lowerBound)..<TextPosition(
        line: line, byteColumn: columns.upperBound)
  }
}
