import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/references*: where other rows mention a dataset.
enum ReferencesHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let place = try session.place(params, in: document)
    let withDefinition = params["context"]?["includeDeclaration"]?.bool ?? false
    let locations = LocationWriter(document, session)
    let catalog = document.catalog
    return Job(byteCount: catalog.text.byteCount(ofLine: place.line)) {
      writer, interruption throws(Interrupted) in
      guard let dataset = try DatasetPlaces(at: place, in: catalog, interruption) else {
        return writer.null()
      }
      writer.beginArray()
      if withDefinition { locations.write(dataset.definition, to: &writer) }
      for mention in try dataset.mentions(in: catalog, interruption) {
        locations.write(mention, to: &writer)
      }
      writer.endArray()
    }
  }
}
