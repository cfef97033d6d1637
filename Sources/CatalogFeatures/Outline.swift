package import CatalogModel
import CatalogSchema
package import LineStore

/// The tables of a catalog with their rows (LSP 3.17 *textDocument/documentSymbol*).
package struct Outline: Sendable {
  /// A table or a row.
  package struct Entry: Sendable {
    /// The row's name, or the table's key column.
    package var name: String
    /// A row's terms, or the number of rows.
    package var detail: String
    /// All of it.
    package var range: Range<TextPosition>
    /// What to select: the name.
    package var nameRange: Range<TextPosition>
    /// A table's rows.
    package var rows: [Entry]
  }

  /// Reads the tables.
  ///
  /// - Complexity: O(bytes of the tables)
  package static func tables(of catalog: Catalog) -> [Entry] {
    catalog.tables.map { table in
      let header = catalog.lineRange(table.headerLine)
      let key = table.plan.keyColumn ?? 0
      let name = table.plan.columns.indices.contains(key) ? table.plan.columns[key].header : ""
      let end = catalog.lineRange(max(table.headerLine, table.endLine - 1)).upperBound
      return Entry(
        name: name.isEmpty ? "Table" : name, detail: "\(table.rowCount) rows",
        range: header.lowerBound..<end, nameRange: header,
        rows: table.bodyLines.map { row($0, table, catalog) })
    }
  }

  private static func row(_ line: Int, _ table: CatalogTable, _ catalog: Catalog) -> Entry {
    catalog.withRow(line, in: table) { bytes, row in
      let nameCell = table.plan.keyColumn ?? 0
      let value = nameCell < row.cellCount ? row.values[nameCell] : 0..<0
      let text = RowName(bytes, value: value).text
      let name = PlainText.string(bytes, text)
      let terms = row.columns(bytes, table.plan).enumerated().compactMap { cell, column in
        column.flatMap { column -> String? in
          let isShown = table.plan.termColumns.prefix(2).contains(column)
          return isShown && !row.values[cell].isEmpty ? bytes.string(row.values[cell]) : nil
        }
      }
      let start = TextPosition(line: line, byteColumn: text.lowerBound)
      return Entry(
        name: name.isEmpty ? "Row \(line + 1)" : name, detail: terms.joined(separator: " · "),
        range: catalog.lineRange(line),
        nameRange: start..<TextPosition(line: line, byteColumn: text.upperBound), rows: [])
    }
  }
}

extension Catalog {
  /// A line without its ending.
  package func lineRange(_ line: Int) -> Range<TextPosition> {
    let length = text.withLine(line) { bytes, _ in bytes.count }
    return TextPosition(line: line, byteColumn: 0)..<TextPosition(line: line, byteColumn: length)
  }
}
