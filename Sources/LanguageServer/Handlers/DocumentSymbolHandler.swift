import CatalogFeatures
import CatalogModel
import ProtocolTypes

/// LSP 3.17 *textDocument/documentSymbol*: tables with their rows.
enum DocumentSymbolHandler: RequestHandler {
  typealias Message = DocumentSymbolRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let document = try session.snapshot(params.uri)
    let isTree = session.client.hasHierarchicalSymbols
    return .items(byteCount: document.byteCount) { symbols throws(Interrupted) in
      for table in document.catalog.tables {
        let entry = Outline.entry(of: table, in: document.catalog)
        let rows = table.bodyLines.lazy.map {
          Outline.entry(ofRow: $0, in: table, of: document.catalog)
        }
        if isTree {
          try symbols.append(document.symbol(entry, .array)) { symbols throws(Interrupted) in
            for row in rows { try symbols.append(document.symbol(row, .object)) }
          }
        } else {
          let name = DocumentSnapshot.shown(entry.name)
          try symbols.append(document.flatSymbol(entry, .array))
          for row in rows { try symbols.append(document.flatSymbol(row, .object, in: name)) }
        }
      }
    }
  }
}
