package import CatalogModel
import CatalogSchema
package import LineStore
import TableSyntax

/// What a growing selection takes in (LSP 3.17 *textDocument/selectionRange*): an item, its cell's
/// value, the row, the table.
package enum SelectionSteps {
  /// The ranges around a place, each inside the next; none outside tables.
  package static func ranges(at position: TextPosition, in catalog: Catalog) -> [Range<
    TextPosition
  >] {
    let position = catalog.text.clamp(position)
    guard let table = catalog.table(atLine: position.line) else { return [] }
    let line = catalog.lineRange(position.line)
    let inner = table.delimiterLine == position.line ? [] : columns(position, table, catalog)
    let rows = catalog.lineRange(table.headerLine).lowerBound
    let end = catalog.lineRange(max(table.headerLine, table.endLine - 1)).upperBound
    let steps =
      inner.map {
        TextPosition(
          line: position.line, byteColumn: $0.lowerBound)..<TextPosition(
            line: position.line, byteColumn: $0.upperBound)
      } + [line, rows..<end]
    return steps.reduce(into: []) { ranges, step in
      if ranges.last != step { ranges.append(step) }
    }
  }

  /// The item and the value that hold a place.
  private static func columns(
    _ position: TextPosition, _ table: CatalogTable, _ catalog: Catalog
  ) -> [Range<Int>] {
    catalog.withRow(position.line, in: table) { bytes, row in
      let cursor = position.byteColumn
      guard let cell = row.cellIndex(atByteColumn: cursor), holds(row.cells[cell].value, cursor)
      else {
        return []
      }
      let value = row.cells[cell].value
      let plan = TermUses(table, in: catalog).plan
      let column = row.columns(bytes, plan)[cell].map { plan.columns[$0] }
      guard let column, let vocabulary = column.vocabulary, let separator = column.column?.separator
      else { return [value] }
      let items = ListValue.items(
        bytes, column.content(bytes, value), separator: separator, of: vocabulary)
      return [items.first { holds($0, cursor) }, value].compactMap { $0 }
    }
  }

  private static func holds(_ range: Range<Int>, _ cursor: Int) -> Bool {
    range.lowerBound <= cursor && cursor <= range.upperBound
  }
}
