import CatalogFeatures
import CatalogModel
import ProtocolTypes

/// LSP 3.17 *workspace/symbol*: rows of the open catalogs by their names, the best first.
enum WorkspaceSymbolHandler: RequestHandler {
  typealias Message = WorkspaceSymbolRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let documents = session.snapshots()
    let byteCount = documents.reduce(0) { $0 + $1.byteCount }
    return .later(byteCount: byteCount) { interruption throws(Interrupted) in
      let search = RowSearch(params.query)
      var found: [(document: DocumentSnapshot, entry: Outline.Entry, rank: Int)] = []
      for document in documents {
        found += try search.rows(of: document.catalog, interruption).map {
          (document, $0.entry, $0.rank)
        }
      }
      return found.sorted { $0.rank < $1.rank }.prefix(RowSearch.countMax).map {
        $0.document.flatSymbol($0.entry, .object)
      }
    }
  }
}
