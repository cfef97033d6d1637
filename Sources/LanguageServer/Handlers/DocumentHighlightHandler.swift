import CatalogFeatures
import CatalogModel
import ProtocolTypes

/// LSP 3.17 *textDocument/documentHighlight*: a dataset's name in its row and in others.
enum DocumentHighlightHandler: RequestHandler {
  typealias Message = DocumentHighlightRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let place = try session.place(params)
    let document = place.document
    return .later(byteCount: place.byteCount) { interruption throws(Interrupted) in
      guard let dataset = try DatasetPlaces(at: place.position, in: place.catalog, interruption)
      else { return nil }
      let mentions = try dataset.mentions(in: place.catalog, interruption)
      return [.init(range: document.range(dataset.definition), kind: .write)]
        + mentions.map { .init(range: document.range($0), kind: .read) }
    }
  }
}
