package import CatalogModel
package import LineStore

/// What may be typed at a place (LSP 3.17 *textDocument/completion*).
package enum Completion {
  /// The items at a place; nil where nothing is known to fit.
  ///
  /// - Complexity: O(terms); O(rows) for a list of datasets
  package static func items(
    at position: TextPosition, in catalog: Catalog, withSnippets: Bool,
    _ interruption: Interruption = .never
  ) throws(Interrupted) -> CompletionList? {
    let position = catalog.text.clamp(position)
    guard let table = catalog.table(atLine: position.line) else {
      return RowCompletion.list(at: position, in: catalog, withSnippets: withSnippets)
        ?? (withSnippets ? TableCompletion.list(at: position, in: catalog) : nil)
        ?? HeaderCompletion(catalog, position).list()
    }
    guard table.bodyLines.contains(position.line) else {
      return position.line == table.headerLine ? HeaderCompletion(catalog, position).list() : nil
    }
    let uses = TermUses(table, in: catalog)
    let list = catalog.withRow(position.line, in: table) { bytes, row in
      Result { () throws(Interrupted) -> CompletionList? in
        guard let place = CellPlace(position.byteColumn, bytes, row, uses.plan),
          !place.beginsName(bytes, row, uses.plan)
        else { return nil }
        if place.planned.vocabulary != nil {
          return TermCompletion(uses: uses, place: place).list(bytes, row, line: position.line)
        }
        return try DatasetCompletion(catalog: catalog, place: place, line: position.line)
          .list(bytes, interruption)
      }
    }
    return try list.get()
  }
}
