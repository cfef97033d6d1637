import CatalogFeatures
import CatalogModel
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/documentSymbol*: tables with their rows.
enum DocumentSymbolHandler: RequestHandler {
  typealias Message = DocumentSymbolRequest
  private typealias Symbols = ItemWriter<DocumentSymbolRequest.Symbol>

  static func answer(
    _ params: DocumentParams, _ session: inout Session
  ) throws(ResponseError) -> Answer<[DocumentSymbolRequest.Symbol]> {
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
          let symbol = document.flatSymbol(entry, .array)
          try symbols.append(.flat(symbol))
          try append(table, of: document, to: &symbols) {
            .flat(document.flatSymbol($0, .object, in: symbol.name))
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
