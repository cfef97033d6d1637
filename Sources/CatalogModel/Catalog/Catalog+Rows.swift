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
    forEachRow(ofName: fingerprint) { line, metadata in
      if self.name(ofLine: line, metadata) == name, let table = table(atLine: line) {
        found.append((line, table))
      }
      return true
    }
    return found
  }

  /// The first row but one whose name is exactly this.
  func firstRow(named name: [UInt8], fingerprint: UInt64, besides line: Int) -> Int? {
    var found: Int?
    forEachRow(ofName: fingerprint) { other, metadata in
      if other != line, self.name(ofLine: other, metadata) == name { found = other }
      return found == nil
    }
    return found
  }

  /// Whether a link may have the name of a row but another URL than that row.
  func mayMismatch(_ link: LinkKeys) -> Bool {
    var mayMismatch = false
    forEachRow(ofName: link.textKey) { _, metadata in
      mayMismatch = metadata.linkKey != link.linkKey
      return !mayMismatch
    }
    return mayMismatch
  }

  /// Calls `body` with a row's line and name; nil where no cell certainly holds the name.
  package func withName<Result>(
    ofLine line: Int, in table: CatalogTable, _ body: (Span<UInt8>, RowName) -> Result?
  ) -> Result? {
    guard table.plan.keyColumn != nil else { return nil }
    let known = lineMetadata(line).nameCell
    return withRow(line, in: table) { bytes, row in
      if known != LineMetadata.noCell {
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
