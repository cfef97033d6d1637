package import CatalogModel
import CatalogSchema
package import LineStore
import TableSyntax

/// What may be typed at a place (LSP 3.17 *textDocument/completion*).
package enum Completion {
  /// Items of a list of datasets, at most.
  static let datasetCountMax = 50

  /// The items at a place; nil where nothing is known to fit.
  package static func items(
    at position: TextPosition, in catalog: Catalog, withSnippets: Bool
  ) -> CompletionList? {
    let position = catalog.text.clamp(position)
    guard let table = catalog.table(atLine: position.line) else {
      return RowCompletion.item(at: position, in: catalog, withSnippets: withSnippets)
    }
    guard table.bodyLines.contains(position.line) else { return nil }
    return catalog.withRow(position.line, in: table) { bytes, row in
      guard let place = CellPlace(position.byteColumn, bytes, row, table.plan) else { return nil }
      if place.planned.vocabulary != nil {
        return TermCompletion(catalog: catalog, table: table, row: row, place: place)
          .list(bytes, line: position.line)
      }
      return DatasetCompletion.list(
        at: position, bytes, place, in: catalog)
    }
  }
}

/// The cell that a cursor is in.
struct CellPlace {
  /// Index of the cell in its row, and of its column.
  var cell: Int
  var column: Int
  var planned: TablePlan.PlannedColumn
  /// The value, in bytes of the line.
  var value: Range<Int>
  /// The cursor, moved into the cell where it stood behind the closing pipe.
  var byteColumn: Int

  init?(_ byteColumn: Int, _ bytes: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    guard let cell = row.cellIndex(atByteColumn: byteColumn),
      let column = row.columns(bytes, plan)[cell]
    else { return nil }
    self.cell = cell
    self.column = column
    planned = plan.columns[column]
    value = row.values[cell]
    self.byteColumn = min(byteColumn, max(row.cells[cell].upperBound, value.upperBound))
  }
}
