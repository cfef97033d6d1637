import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/definition*: the row of the dataset that is mentioned.
enum DefinitionHandler {
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
      locations.write(dataset.definition, to: &writer)
    }
  }
}
