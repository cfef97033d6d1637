import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *workspace/symbol*: rows of the open catalogs by their names, the best first.
enum WorkspaceSymbolHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    guard let query = params["query"]?.string else { throw .invalidParams("query is missing") }
    for uri in session.documents.keys { session.documents[uri]?.prepare() }
    let documents = session.documents.sorted { $0.key < $1.key }.map(\.value)
    let converter = session.converter
    let byteCount = documents.reduce(0) { $0 + $1.catalog.text.byteCount }
    return Job(byteCount: byteCount) { writer, interruption throws(Interrupted) in
      let search = RowSearch(query)
      var found: [(document: Document, entry: Outline.Entry, rank: Int)] = []
      for document in documents {
        found += try search.rows(of: document.catalog, interruption).map {
          (document, $0.entry, $0.rank)
        }
      }
      writer.beginArray()
      for row in found.sorted(by: { $0.rank < $1.rank }).prefix(RowSearch.countMax) {
        SymbolWriter(uri: row.document.uri, converter: converter).writeFlat(
          row.entry, .row, container: nil, row.document.catalog.text, &writer)
      }
      writer.endArray()
    }
  }
}
