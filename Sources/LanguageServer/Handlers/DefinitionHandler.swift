import CatalogFeatures
import CatalogModel
import ProtocolTypes

/// LSP 3.17 *textDocument/definition*: the row of the dataset that is mentioned, else the name of
/// the row itself.
enum DefinitionHandler: RequestHandler {
  typealias Message = DefinitionRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let place = try session.place(params)
    return .later(byteCount: place.byteCount) { interruption throws(Interrupted) in
      try DatasetPlaces.definition(at: place.position, in: place.catalog, interruption)
        .map { place.document.location($0) }
    }
  }
}
