import JSONText
import MessageStream

/// LSP 3.17 *workspace/diagnostic*: the open documents, and the configuration files in force.
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
      let items =
        previous[uri] == resultID
        ? nil : DiagnosticWriter.items(of: document, session.converter, session.client)
      write(uri, document.version, resultID, items, &writer)
    }
    for (path, file) in session.configurations.sorted(by: { $0.key < $1.key }) {
      let items = DiagnosticWriter.items(of: file, session.converter)
      write(FileURI.uri(path), nil, nil, items, &writer)
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  /// A report; without items the document's is unchanged.
  private static func write(
    _ uri: String, _ version: Int?, _ resultID: String?, _ items: [UInt8]?,
    _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("kind")
    writer.string(items == nil ? "unchanged" : "full")
    if let resultID {
      writer.key("resultId")
      writer.string(resultID)
    }
    writer.key("uri")
    writer.string(uri)
    writer.key("version")
    if let version { writer.int(version) } else { writer.null() }
    if let items {
      writer.key("items")
      writer.raw(items)
    }
    writer.endObject()
  }
}
