import CatalogModel
import JSONText
import ProtocolTypes
import System

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

  /// What diagnostics are still to be sent of.
  private enum Unpublished {
    case document(uri: String)
    case configurationText(uri: String)
    case configuration(path: String, ConfigurationStore.Known)
  }

  /// The next of which diagnostics are still to be sent, to a client that does not ask.
  private var nextUnpublished: Unpublished? {
    guard phase == .running, !client.pullsDiagnostics else { return nil }
    if let uri = documents.keys.first(where: { documents[$0]?.needsDiagnostics == true }) {
      return .document(uri: uri)
    }
    if let uri = configurations.texts.first(where: \.value.needsDiagnostics)?.key {
      return .configurationText(uri: uri)
    }
    return configurations.filesToTell.first(where: \.known.needsDiagnostics).map {
      .configuration(path: $0.path, $0.known)
    }
  }

  /// Whether diagnostics are still to be sent.
  var hasUnpublishedDiagnostics: Bool { nextUnpublished != nil }

  /// Sends one document's diagnostics; false where none waits.
  mutating func publishNext() -> Bool {
    switch nextUnpublished {
    case .document(let uri)?:
      documents[uri]?.prepare()
      documents[uri]?.needsDiagnostics = false
      guard let document = documents[uri] else { return true }
      publish(
        DiagnosticWriter.report(of: document, converter, client), of: uri,
        version: document.version)
    case .configurationText(let uri)?:
      configurations.texts[uri]?.needsDiagnostics = false
      guard let text = configurations.texts[uri] else { return true }
      publish(DiagnosticWriter.report(of: text, converter), of: uri, version: text.version)
    case .configuration(let path, let known)?:
      configurations.setNeedsDiagnostics(path, false)
      publish(DiagnosticWriter.report(of: known, converter), of: FileURI.uri(path), version: nil)
    case nil: return false
    }
    return true
  }

  private var uriWithUnreadEdits: String? {
    documents.keys.first { documents[$0]?.hasUnreadEdits == true }
  }

  /// Whether edits were made that nobody has read yet.
  var hasUnreadEdits: Bool { uriWithUnreadEdits != nil }

  /// Does a piece of work that makes later answers fast; false where none is left.
  mutating func prepareNext() -> Bool {
    if let uri = uriWithUnreadEdits {
      documents[uri]?.prepare()
      return true
    }
    if let uri = documents.keys.first(where: { documents[$0]?.hasUnindexedWords == true }) {
      documents[uri]?.indexWords(byteCountMax: ServerLimits.idleSliceByteCount)
      return true
    }
    return false
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
