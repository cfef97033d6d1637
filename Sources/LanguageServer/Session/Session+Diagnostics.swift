import CatalogModel
import ProtocolTypes
import System

/// Publishes diagnostics to clients that do not pull them, and finds those of configuration files.
extension Session {
  /// Publishes a document's diagnostics.
  mutating func publish(_ items: DiagnosticItems, of uri: String, version: Int?) {
    notify(
      PublishDiagnosticsParams.method, about: uri,
      PublishDiagnosticsParams(uri: uri, version: version, items: items.json))
  }

  /// A document whose diagnostics are still to be published.
  private enum Unpublished {
    case document(uri: String)
    case configurationText(uri: String)
    case configuration(path: String, ConfigurationStore.Known)
  }

  /// The next document to publish diagnostics of; nil for a client that pulls them.
  private var nextUnpublished: Unpublished? {
    guard phase == .running, !client.pullsDiagnostics else { return nil }
    if let uri = documents.keys.first(where: { documents[$0]?.needsDiagnostics == true }) {
      return .document(uri: uri)
    }
    if let uri = configurations.texts.first(where: \.value.needsDiagnostics)?.key {
      return .configurationText(uri: uri)
    }
    return configurations.closedFilesWithProblems.first(where: \.known.needsDiagnostics).map {
      .configuration(path: $0.path, $0.known)
    }
  }

  /// Whether diagnostics are still to be published.
  var hasUnpublishedDiagnostics: Bool { nextUnpublished != nil }

  /// Publishes one document's diagnostics; false where none are left.
  mutating func publishNext() -> Bool {
    switch nextUnpublished {
    case .document(let uri)?:
      documents[uri]?.needsDiagnostics = false
      guard let document = snapshotIfOpen(uri) else { return true }
      publish(DiagnosticItems(of: document), of: uri, version: document.document.version)
    case .configurationText(let uri)?:
      configurations.texts[uri]?.needsDiagnostics = false
      guard let text = configurations.texts[uri] else { return true }
      publish(DiagnosticItems(of: text, converter), of: uri, version: text.version)
    case .configuration(let path, let known)?:
      configurations.setNeedsDiagnostics(path, false)
      publish(DiagnosticItems(of: known, converter), of: FileURI.uri(path), version: nil)
    case nil: return false
    }
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
    if let text = configurations.texts[uri] { return DiagnosticItems(of: text, converter) }
    let known = FileURI.path(uri).flatMap { configurations.known[$0] }
    return known.map { DiagnosticItems(of: $0, converter) } ?? .none
  }

  /// The diagnostics of each configuration file that is not open.
  var closedConfigurationItems: [(uri: String, items: DiagnosticItems)] {
    configurations.closedFilesWithProblems.map {
      (FileURI.uri($0.path), DiagnosticItems(of: $0.known, converter))
    }
  }

  /// The diagnostics of each configuration file, sorted by URI.
  var configurationItems: [(uri: String, items: DiagnosticItems)] {
    let open = configurations.texts.map { ($0.key, DiagnosticItems(of: $0.value, converter)) }
    return (open + closedConfigurationItems).sorted { $0.0 < $1.0 }
  }
}
