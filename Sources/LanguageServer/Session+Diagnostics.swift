import CatalogModel
import JSONText
import ProtocolTypes

/// How diagnostics are sent to clients that do not ask, and what is wrong outside catalogs.
extension Session {
  /// Sends a document's diagnostics (LSP 3.17 *textDocument/publishDiagnostics*).
  mutating func publish(_ report: DiagnosticReport, of uri: String, version: Int?) {
    notify("textDocument/publishDiagnostics", about: uri) { writer in
      writer.beginObject()
      writer.key("uri")
      writer.string(uri)
      if let version {
        writer.key("version")
        writer.int(version)
      }
      writer.key("diagnostics")
      writer.raw(report.items)
      writer.endObject()
    }
  }

  /// Sends what is wrong in one document that waits for it, if the client does not ask for it.
  ///
  /// Returns false where none waits.
  mutating func publishNext() -> Bool {
    guard phase == .running, !client.pullsDiagnostics else { return false }
    if let uri = documents.first(where: \.value.needsDiagnostics)?.key {
      documents[uri]?.prepare()
      documents[uri]?.needsDiagnostics = false
      guard let document = documents[uri] else { return true }
      publish(
        DiagnosticWriter.report(of: document, converter, client), of: uri,
        version: document.version)
      return true
    }
    if let (uri, text) = configurations.texts.first(where: \.value.needsDiagnostics) {
      configurations.texts[uri]?.needsDiagnostics = false
      publish(DiagnosticWriter.report(of: text, converter), of: uri, version: text.version)
      return true
    }
    if let (path, known) = configurations.filesToTell.first(where: \.known.needsDiagnostics) {
      configurations.setNeedsDiagnostics(path, false)
      publish(DiagnosticWriter.report(of: known, converter), of: FileURI.uri(path), version: nil)
      return true
    }
    return false
  }

  /// Does a piece of work that makes later answers fast; false where none is left.
  mutating func prepareNext() -> Bool {
    guard let uri = documents.first(where: \.value.catalog.hasUnindexedWords)?.key else {
      return false
    }
    documents[uri]?.indexWords(byteCountMax: ServerLimits.idleSliceByteCount)
    return true
  }

  /// What is wrong in a configuration file; nothing in any other.
  func configurationReport(ofURI uri: String) -> DiagnosticReport {
    if let text = configurations.texts[uri] { return DiagnosticWriter.report(of: text, converter) }
    guard let path = FileURI.path(uri), let known = configurations.known[path] else {
      return .empty
    }
    return DiagnosticWriter.report(of: known, converter)
  }

  /// What is wrong in each configuration file, by URI.
  var configurationReports: [(uri: String, report: DiagnosticReport)] {
    let open = configurations.texts.map {
      ($0.key, DiagnosticWriter.report(of: $0.value, converter))
    }
    let closed = configurations.filesToTell.map {
      (FileURI.uri($0.path), DiagnosticWriter.report(of: $0.known, converter))
    }
    return (open + closed).sorted { $0.0 < $1.0 }
  }
}
