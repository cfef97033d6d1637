import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *workspace/diagnostic*: the open documents, the configuration files, and of documents
/// that the client still has diagnostics of, that there are none.
enum WorkspaceDiagnosticHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    for uri in session.documents.keys { session.documents[uri]?.prepare() }
    let documents = session.documents.sorted { $0.key < $1.key }.map(\.value)
    let others = session.configurationReports
    let (converter, client) = (session.converter, session.client)
    let previous = previousResultIDs(params)
    let byteCount = documents.reduce(0) { $0 + $1.catalog.text.byteCount }
    return Job(byteCount: byteCount) { writer, interruption throws(Interrupted) in
      var left = previous
      writer.beginObject()
      writer.key("items")
      writer.beginArray()
      for document in documents {
        try interruption.check()
        let report = DiagnosticWriter.report(of: document, converter, client)
        let known = left.removeValue(forKey: document.uri)
        write(report, document.uri, document.version, known, &writer)
      }
      for (uri, report) in others {
        write(report, uri, nil, left.removeValue(forKey: uri), &writer)
      }
      for uri in left.keys.sorted() { write(.empty, uri, nil, left[uri], &writer) }
      writer.endArray()
      writer.endObject()
    }
  }

  private static func previousResultIDs(_ params: JSONValue) -> [String: String] {
    var previous: [String: String] = [:]
    for entry in params["previousResultIds"]?.array ?? [] {
      if let uri = entry["uri"]?.string { previous[uri] = entry["value"]?.string ?? "" }
    }
    return previous
  }

  private static func write(
    _ report: DiagnosticReport, _ uri: String, _ version: Int?, _ previous: String?,
    _ writer: inout JSONWriter
  ) {
    report.write(to: &writer, previousResultID: previous) { writer in
      writer.key("uri")
      writer.string(uri)
      writer.key("version")
      if let version { writer.int(version) } else { writer.null() }
    }
  }
}
