package import CatalogModel
import CatalogSchema
package import LineStore
import TableSyntax

/// The steps of a growing selection (LSP 3.17 *textDocument/selectionRange*): an item, its cell's
/// value, the row, the table.
package enum SelectionSteps {
  /// The ranges around a place, each inside the next; none outside tables.
  package static func ranges(
    at position: TextPosition, in catalog: Catalog
  ) -> [Range<TextPosition>] {
    let position = catalog.text.clamp(position)
    guard let table = catalog.table(atLine: position.line) else { return [] }
    let inner = table.delimiterLine == position.line ? [] : columns(position, table, catalog)
    let steps =
      inner.map { catalog.position(position.line, $0) }
      + [catalog.lineRange(position.line), catalog.range(of: table)]
    return steps.reduce(into: []) { ranges, step in
      if ranges.last != step { ranges.append(step) }
    }
  }

  /// The item and the value at a place.
  private static func columns(
    _ position: TextPosition, _ table: CatalogTable, _ catalog: Catalog
  ) -> [Range<Int>] {
    catalog.withRow(position.line, in: table) { bytes, row in
      let cursor = position.byteColumn
      guard let cell = row.cellIndex(atByteColumn: cursor), row.cells[cell].value.touches(cursor)
      else { return [] }
      let value = row.cells[cell].value
      let plan = TermUses(table, in: catalog).plan
      let column = row.columns(bytes, plan)[cell].map { plan.columns[$0] }
      let item = column?.itemRanges(bytes, value).first { $0.touches(cursor) }
      return [item, value].compactMap { $0 }
    }
  }
}
