import ProtocolTypes
import System

/// Finds the configuration of documents and follows its changes.
extension Session {
  /// The configuration in force for a document; for one that is not a file, that of the workspace.
  mutating func configuration(ofURI uri: String) -> ConfigurationStore.InForce {
    guard let path = Self.path(ofURI: uri, rootPath) else { return ConfigurationStore.InForce() }
    defer { showFailures() }
    return configurations.inForce(forFileAt: path).forFile(at: path)
  }

  private mutating func showFailures() {
    for failure in configurations.takeFailures() {
      showError(
        "Lists are neither checked nor changed until \(failure.path) is fixed: \(failure.problem)")
    }
  }

  private static func path(ofURI uri: String, _ rootPath: String?) -> String? {
    FileURI.path(uri) ?? rootPath.map { $0 + "/untitled" }
  }

  /// Re-reads the configuration files and updates the documents; tells a client that pulls
  /// diagnostics to pull them again where anything changed.
  mutating func reloadConfigurations() {
    configurations.forgetDeleted()
    var found: [Substring: ConfigurationStore.InForce] = [:]
    var isNews = configurations.known.values.contains(where: \.needsDiagnostics)
    for (uri, document) in documents {
      guard let path = Self.path(ofURI: uri, rootPath) else { continue }
      let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
      let inForce = found[folder] ?? configurations.inForce(forFileAt: path)
      found[folder] = inForce
      if inForce.number == document.configuration.number { continue }
      documents[uri]?.use(inForce.forFile(at: path))
      isNews = true
    }
    showFailures()
    isNews = isNews || configurations.known.values.contains(where: \.needsDiagnostics)
    guard isNews, client.pullsDiagnostics else { return }
    for path in configurations.known.keys { configurations.setNeedsDiagnostics(path, false) }
    if client.refreshesDiagnostics { request(DiagnosticRefresh.method) }
  }
}
