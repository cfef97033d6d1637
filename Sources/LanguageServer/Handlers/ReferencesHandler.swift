import CatalogFeatures
import CatalogModel
import ProtocolTypes

/// LSP 3.17 *textDocument/references*: where other rows mention a dataset.
enum ReferencesHandler: RequestHandler {
  typealias Message = ReferencesRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let place = try session.place(params.place)
    return .later(byteCount: place.byteCount) { interruption throws(Interrupted) in
      guard let dataset = try DatasetPlaces(at: place.position, in: place.catalog, interruption)
      else { return nil }
      let definition = params.includesDeclaration ? [dataset.definition] : []
      let mentions = try dataset.mentions(in: place.catalog, interruption)
      return (definition + mentions).map { place.document.location($0) }
    }
  }
}
