import JSONText
import MessageStream

/// LSP 3.17 *textDocument/diagnostic*.
enum DiagnosticHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    let document = try session.document(params)
    let resultID = String(document.revision)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("kind")
    let isUnchanged = params["previousResultId"]?.string == resultID
    writer.string(isUnchanged ? "unchanged" : "full")
    writer.key("resultId")
    writer.string(resultID)
    if !isUnchanged {
      writer.key("items")
      writer.raw(DiagnosticWriter.items(of: document, session.converter, session.client))
    }
    writer.endObject()
    return writer.bytes
  }
}
