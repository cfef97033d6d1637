import CatalogFeatures
import CatalogModel
import JSONText
import MessageStream

/// LSP 3.17 *textDocument/documentHighlight*: a dataset's name in its row and in others.
enum DocumentHighlightHandler {
  /// LSP's `DocumentHighlightKind`.
  private static let readKind = 2
  private static let writeKind = 3

  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    try DatasetRequest.job(params, &session) { request, writer throws(Interrupted) in
      let locations = request.locations
      writer.beginArray()
      locations.writeHighlight(request.dataset.definition, kind: writeKind, to: &writer)
      for mention in try request.mentions() {
        locations.writeHighlight(mention, kind: readKind, to: &writer)
      }
      writer.endArray()
    }
  }
}
