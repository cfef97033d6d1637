import CatalogSchema
import LineStore

/// Two rows of one table have the same name; case, `-`, `_` and spaces are folded.
///
/// One of them is a copy, or two things cannot be told apart. The later row is told, with the
/// earlier as related place.
///
/// Bad: `| [BraTS](https://a.org) | …` and further down `| [BRATS](https://b.org) | …`
/// Good: `| [BraTS](https://a.org) | …` once
enum DuplicateNameRule {
  static func problems(
    _ line: Int, _ facts: LineFacts, _ bytes: Span<UInt8>, _ row: Row, _ table: CatalogTable,
    _ catalog: Catalog
  ) -> [Problem] {
    guard let key = table.plan.keyColumn, key < row.cellCount,
      table.plan.columns[key].column?.isUnique == true,
      let earlier = EarlierRow.find(
        line, KeyIndex.key(facts.nameKey, table: table.id), facts.nameKey, { $0.nameKey }, table,
        catalog.names, catalog)
    else { return [] }
    let name = RowName(bytes, value: row.values[key]).text
    return [
      Problem(
        rule: .duplicateName, severity: .error, range: TextPosition.range(line, name),
        message: "“\(bytes.string(name))” is the name of line \(earlier + 1) already",
        related: [
          RelatedPlace(
            range: catalog.keyCell(ofLine: earlier, in: table), message: "the earlier row")
        ])
    ]
  }
}

/// Finds the first row with a key that several rows share.
enum EarlierRow {
  static func find(
    _ line: Int, _ key: UInt64, _ fingerprint: UInt64, _ property: (LineFacts) -> UInt64,
    _ table: CatalogTable, _ index: KeyIndex, _ catalog: Catalog
  ) -> Int? {
    guard fingerprint != 0, index.isShared(key) else { return nil }
    let lines = catalog.lines(ofKey: key, in: index) { property($0) == fingerprint }
    guard let first = lines.first(where: { table.bodyLines.contains($0) }), first < line else {
      return nil
    }
    return first
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

extension Catalog {
  /// The place of a row's key value.
  func keyCell(ofLine line: Int, in table: CatalogTable) -> Range<TextPosition> {
    withRow(line, in: table) { bytes, row in
      guard let key = table.plan.keyColumn, key < row.cellCount else {
        return TextPosition.range(line, 0..<0)
      }
      return TextPosition.range(line, RowName(bytes, value: row.values[key]).text)
    }
  }
}
