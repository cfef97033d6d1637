import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/documentSymbol*: tables with their rows.
enum DocumentSymbolHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let isTree = session.client.hasHierarchicalSymbols
    let symbols = SymbolWriter(uri: document.uri, converter: session.converter)
    let catalog = document.catalog
    return Job(byteCount: catalog.text.byteCount) { writer, interruption throws(Interrupted) in
      writer.beginArray()
      for table in catalog.tables {
        let entry = Outline.entry(of: table, in: catalog)
        if isTree {
          symbols.beginTree(entry, .table, catalog.text, &writer)
          writer.key("children")
          writer.beginArray()
        } else {
          symbols.writeFlat(entry, .table, container: nil, catalog.text, &writer)
        }
        for line in table.bodyLines {
          try interruption.check()
          let row = Outline.entry(ofRow: line, in: table, of: catalog)
          if isTree {
            symbols.beginTree(row, .row, catalog.text, &writer)
            writer.endObject()
          } else {
            symbols.writeFlat(row, .row, container: entry.name, catalog.text, &writer)
          }
        }
        if isTree {
          writer.endArray()
          writer.endObject()
        }
      }
      writer.endArray()
    }
  }
}
