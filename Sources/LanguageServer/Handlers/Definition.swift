import CatalogFeatures
import CatalogModel
import JSONText
import MessageStream

/// LSP 3.17 *textDocument/definition*: the row of the dataset that is mentioned.
enum DefinitionHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    try DatasetRequest.job(params, &session) { request, writer throws(Interrupted) in
      request.locations.write(request.dataset.definition, to: &writer)
    }
  }
}
