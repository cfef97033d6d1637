import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream

/// LSP 3.17 *codeAction/resolve*: the edits of an action that takes a look at a whole document.
enum CodeActionResolveHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(.object([("textDocument", params["data"] ?? .null)]))
    guard let fix = params["data"].flatMap(WholeDocumentFix.init) else {
      throw .invalidParams("data is none of ours")
    }
    let edits = EditWriter(document, session)
    return Job(byteCount: document.catalog.text.byteCount) {
      writer, interruption throws(Interrupted) in
      writer.beginObject()
      for member in params.object ?? [] where member.key != "edit" {
        writer.key(member.key)
        writer.write(member.value)
      }
      writer.key("edit")
      try edits.writeWorkspaceEdit(
        fix.edits(of: document.catalog, interruption), to: &writer, interruption)
      writer.endObject()
    }
  }
}
