import CatalogFeatures
import CatalogModel
import ProtocolTypes

/// LSP 3.17 *textDocument/documentSymbol*: tables with their rows.
enum DocumentSymbolHandler: RequestHandler {
  typealias Message = DocumentSymbolRequest
  private typealias Symbols = ItemWriter<DocumentSymbolRequest.Symbol>

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let document = try session.snapshot(params.uri)
    let isTree = session.client.hasHierarchicalSymbols
    return .items(byteCount: document.byteCount) { symbols throws(Interrupted) in
      for table in document.catalog.tables {
        let entry = Outline.entry(of: table, in: document.catalog)
        if isTree {
          try symbols.append(document.symbol(entry, .array)) { symbols throws(Interrupted) in
            try append(table, of: document, to: &symbols) { .tree(document.symbol($0, .object)) }
          }
        } else {
          let name = DocumentSnapshot.shown(entry.name)
          try symbols.append(.flat(document.flatSymbol(entry, .array)))
          try append(table, of: document, to: &symbols) {
            .flat(document.flatSymbol($0, .object, in: name))
          }
        }
      }
    }
  }

  private static func append(
    _ table: CatalogTable, of document: DocumentSnapshot, to symbols: inout Symbols,
    _ symbol: (Outline.Entry) -> DocumentSymbolRequest.Symbol
  ) throws(Interrupted) {
    for line in table.bodyLines {
      try symbols.append(symbol(Outline.entry(ofRow: line, in: table, of: document.catalog)))
    }
  }
}
