import CatalogFeatures
import CatalogModel
import JSONText
import MessageStream

/// LSP 3.17 *textDocument/references*: where other rows mention a dataset.
enum ReferencesHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let withDefinition = params["context"]?["includeDeclaration"]?.bool ?? false
    return try DatasetRequest.job(params, &session) { request, writer throws(Interrupted) in
      writer.beginArray()
      if withDefinition { request.locations.write(request.dataset.definition, to: &writer) }
      for mention in try request.mentions() { request.locations.write(mention, to: &writer) }
      writer.endArray()
    }
  }
}
