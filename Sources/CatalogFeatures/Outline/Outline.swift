package import CatalogModel
import CatalogSchema
package import LineStore
import TableSyntax

/// The tables of a catalog with their rows (LSP 3.17 *textDocument/documentSymbol*).
package struct Outline: Sendable {
  /// A heading, a table or a row.
  package struct Entry: Sendable {
    /// The heading, the row's name, or the header of the table's key column; never empty or only
    /// white space.
    package var name: String
    /// A row's terms, or a table's number of rows.
    package var detail: String
    /// The whole section, row or table.
    package var range: Range<TextPosition>
    /// The name.
    package var nameRange: Range<TextPosition>
  }

  /// Columns of terms in a row's detail.
  private static let detailColumnCountMax = 2

  /// A table.
  package static func entry(of table: CatalogTable, in catalog: Catalog) -> Entry {
    let key = table.plan.keyColumn ?? 0
    let name = table.plan.columns.indices.contains(key) ? table.plan.columns[key].header : ""
    return Entry(
      name: visible(ShownText.cut(name, to: DisplayLimits.nameLengthMax)) ?? "Table",
      detail: TermText.rows(table.rowCount), range: catalog.range(of: table),
      nameRange: catalog.lineRange(table.headerLine))
  }

  /// A body row of a table.
  package static func entry(
    ofRow line: Int, in table: CatalogTable, of catalog: Catalog
  ) -> Entry {
    let text = catalog.nameColumns(ofRow: line, in: table)
    return catalog.withRow(line, in: table) { bytes, row in
      let name = ShownText.plain(bytes, text, to: DisplayLimits.nameLengthMax)
      return Entry(
        name: visible(name) ?? "Row \(line + 1)", detail: detail(bytes, row, table.plan),
        range: catalog.lineRange(line), nameRange: catalog.position(line, text))
    }
  }

  /// The terms of a row's first columns of terms.
  private static func detail(_ bytes: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> String {
    let shown = plan.termColumns.prefix(detailColumnCountMax)
    let terms = row.columns(bytes, plan).enumerated().compactMap { cell, column -> String? in
      guard let column, shown.contains(column), !row.cells[cell].value.isEmpty else { return nil }
      return ShownText.source(bytes, row.cells[cell].value, to: DisplayLimits.detailLengthMax)
    }
    return ShownText.cut(terms.joined(separator: " · "), to: DisplayLimits.detailLengthMax)
  }

  /// A name that can be seen; nil for white space.
  static func visible(_ name: String) -> String? {
    name.allSatisfy(\.isWhitespace) ? nil : name
  }
}
