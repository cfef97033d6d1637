import ConfigurationFiles
import ProtocolTypes
import System

/// Publishes diagnostics to clients that do not pull them, and finds those of configuration files.
extension Session {
  /// The next document to publish diagnostics of; nil for a client that pulls them.
  private var nextUnpublished: String? {
    guard phase == .running, !client.pullsDiagnostics else { return nil }
    return documents.keys.first { documents[$0]?.needsDiagnostics == true }
      ?? configurations.texts.first(where: \.value.needsDiagnostics)?.key
      ?? configurations.closedFilesWithProblems.first(where: \.known.needsDiagnostics)
      .map { FileURI.uri($0.path) }
  }

  /// Whether diagnostics are still to be published.
  var hasUnpublishedDiagnostics: Bool { nextUnpublished != nil }

  /// Publishes one document's diagnostics; false where none are left.
  mutating func publishNext() -> Bool {
    guard let uri = nextUnpublished else { return false }
    if let document = snapshotIfOpen(uri) {
      documents[uri]?.needsDiagnostics = false
      publish(DiagnosticItems(of: document), of: uri, version: document.document.version)
      return true
    }
    if let path = FileURI.path(uri), configurations.texts[uri] == nil {
      configurations.setNeedsDiagnostics(path, false)
    }
    configurations.texts[uri]?.needsDiagnostics = false
    publish(
      configurationItems(ofURI: uri), of: uri, version: configurations.texts[uri]?.version)
    return true
  }

  private var uriWithUnreadEdits: String? {
    documents.keys.first { documents[$0]?.hasUnreadEdits == true }
  }

  /// Whether a document's catalog is older than its text.
  var hasUnreadEdits: Bool { uriWithUnreadEdits != nil }

  /// Does a slice of work that makes later answers fast; false where none is left.
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

  /// The diagnostics of a configuration file; none for any other file.
  func configurationItems(ofURI uri: String) -> DiagnosticItems {
    if let text = configurations.texts[uri] { return items(of: text) }
    return FileURI.path(uri).flatMap { configurations.known[$0] }.map(items) ?? .none
  }

  private func items(of text: ConfigurationText) -> DiagnosticItems {
    DiagnosticItems(of: text.problems, in: text)
  }

  /// The diagnostics of a file as it was last read; none where it is deleted.
  private func items(of known: ConfigurationStore.Known) -> DiagnosticItems {
    let source = ContiguousArray(known.file?.source ?? [])
    let text = ConfigurationText(uri: "", version: nil, text: source, encoding)
    return DiagnosticItems(of: known.file?.problems ?? [], in: text)
  }

  /// The diagnostics of each configuration file that is not open.
  var closedConfigurationItems: [(uri: String, items: DiagnosticItems)] {
    configurations.closedFilesWithProblems.map { (FileURI.uri($0.path), items(of: $0.known)) }
  }

  /// The diagnostics of each configuration file, sorted by URI.
  var configurationItems: [(uri: String, items: DiagnosticItems)] {
    let open = configurations.texts.map { ($0.key, items(of: $0.value)) }
    return (open + closedConfigurationItems).sorted { $0.0 < $1.0 }
  }
}
