import CatalogSchema
import LineStore
import TableSyntax

/// Two rows of one table have the same name; case, `-`, `_` and spaces are folded.
///
/// One of them is a copy, or two things cannot be distinguished. The later row is reported, with
/// the earlier as related place. A schema may name other columns, or several together, whose values
/// no two rows may share.
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
    let name = quoted(catalog.name(ofLine: line, in: table))
    return Problem(
      rule: .duplicateName, severity: .error, range: range,
      message: "\(name) is the name of line \(earlier + 1) already",
      related: [
        RelatedPlace(range: catalog.keyCell(ofLine: earlier, in: table), message: "the earlier row")
      ])
  }

  /// The problem of a row that has the values of an earlier one in columns that are to tell rows
  /// apart.
  static func problem(
    _ line: Int, _ earlier: Int, columns: [Int], _ table: CatalogTable, _ catalog: Catalog
  ) -> Problem? {
    guard let first = columns.first else { return nil }
    func range(_ line: Int) -> Range<TextPosition> {
      catalog.withRow(line, in: table) { _, row in
        TextPosition.range(line, first < row.cellCount ? row.cells[first].value : 0..<0)
      }
    }
    let titles = listed(columns.map { quoted(table.plan.title($0)) }, by: "and")
    let subject = columns.count == 1 ? "The value of" : "The values of"
    let verb = columns.count == 1 ? "is that" : "are together those"
    return Problem(
      rule: .duplicateName, severity: .error, range: range(line),
      message: "\(subject) \(titles) \(verb) of line \(earlier + 1) already",
      related: [RelatedPlace(range: range(earlier), message: "the earlier row")])
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
  /// The place of a row's name.
  func keyCell(ofLine line: Int, in table: CatalogTable) -> Range<TextPosition> {
    let range = withName(ofLine: line, in: table) { _, name in name.text }
    return TextPosition.range(line, range ?? 0..<0)
  }

  /// Calls `body` with a row's line and name; nil where no cell is known to hold it.
  package func withName<Result>(
    ofLine line: Int, in table: CatalogTable, _ body: (Span<UInt8>, RowName) -> Result?
  ) -> Result? {
    withRow(line, in: table) { bytes, row in
      row.nameCell(bytes, lineFacts(line), table.plan).flatMap {
        body(bytes, RowName(bytes, value: row.cells[$0].value))
      }
    }
  }
}
