package import CatalogModel
import CatalogSchema
package import LineStore
import TableSyntax

/// The tables of a catalog with their rows (LSP 3.17 *textDocument/documentSymbol*).
package struct Outline: Sendable {
  /// A table or a row.
  package struct Entry: Sendable {
    /// The row's name, or the table's key column; never empty or only white space.
    package var name: String
    /// A row's terms, or the number of rows.
    package var detail: String
    /// All of it.
    package var range: Range<TextPosition>
    /// What to select: the name.
    package var nameRange: Range<TextPosition>
  }

  /// A table.
  package static func entry(of table: CatalogTable, in catalog: Catalog) -> Entry {
    let header = catalog.lineRange(table.headerLine)
    let key = table.plan.keyColumn ?? 0
    let name = table.plan.columns.indices.contains(key) ? table.plan.columns[key].header : ""
    let end = catalog.lineRange(max(table.headerLine, table.endLine - 1)).upperBound
    return Entry(
      name: shown(name) ?? "Table", detail: TermText.rows(table.rowCount),
      range: header.lowerBound..<end, nameRange: header)
  }

  /// A body row of a table.
  package static func entry(
    ofRow line: Int, in table: CatalogTable, of catalog: Catalog
  ) -> Entry {
    catalog.withRow(line, in: table) { bytes, row in
      let text = nameColumns(bytes, row, table.plan)
      let terms = row.columns(bytes, table.plan).enumerated().compactMap { cell, column in
        column.flatMap { column -> String? in
          let isShown = table.plan.termColumns.prefix(2).contains(column)
          return isShown && !row.cells[cell].value.isEmpty
            ? bytes.string(row.cells[cell].value) : nil
        }
      }
      let start = TextPosition(line: line, byteColumn: text.lowerBound)
      return Entry(
        name: shown(PlainText.string(bytes, text)) ?? "Row \(line + 1)",
        detail: terms.joined(separator: " · "), range: catalog.lineRange(line),
        nameRange: start..<TextPosition(line: line, byteColumn: text.upperBound))
    }
  }

  /// Where a row's name stands, in bytes of its line.
  static func nameColumns(
    ofRow line: Int, in table: CatalogTable, of catalog: Catalog
  ) -> Range<Int> {
    catalog.withRow(line, in: table) { nameColumns($0, $1, table.plan) }
  }

  private static func nameColumns(
    _ bytes: Span<UInt8>, _ row: Row, _ plan: TablePlan
  ) -> Range<Int> {
    let cell = plan.keyColumn ?? 0
    return RowName(bytes, value: cell < row.cellCount ? row.cells[cell].value : 0..<0).text
  }

  /// A name that can be seen; nil where there is none.
  private static func shown(_ name: String) -> String? {
    name.allSatisfy(\.isWhitespace) ? nil : name
  }
}

extension Catalog {
  /// A line without its ending.
  package func lineRange(_ line: Int) -> Range<TextPosition> {
    let length = text.withLine(line) { bytes, _ in bytes.count }
    return TextPosition(line: line, byteColumn: 0)..<TextPosition(line: line, byteColumn: length)
  }
}
