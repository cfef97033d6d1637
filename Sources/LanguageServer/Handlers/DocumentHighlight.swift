import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/documentHighlight*: a dataset's name in its row and in others.
enum DocumentHighlightHandler {
  /// LSP's `DocumentHighlightKind`.
  private static let readKind = 2
  private static let writeKind = 3

  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let place = try session.place(params, in: document)
    let locations = LocationWriter(document, session)
    let catalog = document.catalog
    return Job(byteCount: catalog.text.byteCount(ofLine: place.line)) {
      writer, interruption throws(Interrupted) in
      guard let dataset = try DatasetPlaces(at: place, in: catalog, interruption) else {
        return writer.null()
      }
      writer.beginArray()
      locations.writeHighlight(dataset.definition, kind: writeKind, to: &writer)
      for mention in try dataset.mentions(in: catalog, interruption) {
        locations.writeHighlight(mention, kind: readKind, to: &writer)
      }
      writer.endArray()
    }
  }
}
