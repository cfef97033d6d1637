import JSONText
import MessageStream

/// LSP 3.17 *workspace/diagnostic*: the open documents.
enum WorkspaceDiagnosticHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    var previous: [String: String] = [:]
    for entry in params["previousResultIds"]?.array ?? [] {
      if let uri = entry["uri"]?.string { previous[uri] = entry["value"]?.string }
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("items")
    writer.beginArray()
    for (uri, document) in session.documents.sorted(by: { $0.key < $1.key }) {
      let resultID = String(document.revision)
      let isUnchanged = previous[uri] == resultID
      writer.beginObject()
      writer.key("kind")
      writer.string(isUnchanged ? "unchanged" : "full")
      writer.key("resultId")
      writer.string(resultID)
      writer.key("uri")
      writer.string(uri)
      writer.key("version")
      if let version = document.version { writer.int(version) } else { writer.null() }
      if !isUnchanged {
        writer.key("items")
        writer.raw(DiagnosticWriter.items(of: document, session.converter, session.client))
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }
}
