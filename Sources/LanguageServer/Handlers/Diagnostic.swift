import JSONText
import MessageStream
import ProtocolTypes
import System

/// LSP 3.17 *textDocument/diagnostic*; of a document that is not open nothing is wrong.
enum DiagnosticHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session, _ writer: inout JSONWriter
  ) throws(ResponseError) {
    let uri = try session.uri(params)
    session.documents[uri]?.prepare()
    let previous = params["previousResultId"]?.string
    guard let document = session.documents[uri] else {
      return session.configurationReport(ofURI: uri)
        .write(to: &writer, previousResultID: previous)
    }
    let report = DiagnosticWriter.report(of: document, session.converter, session.client)
    report.write(to: &writer, previousResultID: previous) { writer in
      if session.client.hasRelatedDiagnostics {
        writeRelated(session.configurations, session.converter, &writer)
      }
    }
  }

  /// What is wrong in the configuration, for clients that ask for documents one by one.
  private static func writeRelated(
    _ configurations: ConfigurationStore, _ converter: PositionConverter,
    _ writer: inout JSONWriter
  ) {
    let files = configurations.filesToTell
    if files.isEmpty { return }
    writer.key("relatedDocuments")
    writer.beginObject()
    for (path, known) in files {
      writer.key(FileURI.uri(path))
      DiagnosticWriter.report(of: known, converter).write(to: &writer, previousResultID: nil)
    }
    writer.endObject()
  }
}
