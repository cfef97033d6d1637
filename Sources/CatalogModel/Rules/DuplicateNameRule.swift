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
  /// The problem of a row whose name an earlier row has.
  static func problem(
    _ line: Int, _ earlier: Int, _ table: CatalogTable, _ catalog: Catalog
  ) -> Problem? {
    guard let key = table.plan.keyColumn, table.plan.columns[key].column?.isUnique == true else {
      return nil
    }
    let range = catalog.keyCell(ofLine: line, in: table)
    let name = String(decoding: catalog.name(ofLine: line, in: table), as: UTF8.self)
    return Problem(
      rule: .duplicateName, severity: .error, range: range,
      message: "“\(name)” is the name of line \(earlier + 1) already",
      related: [
        RelatedPlace(range: catalog.keyCell(ofLine: earlier, in: table), message: "the earlier row")
      ])
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
