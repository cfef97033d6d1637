import JSONText

/// LSP 3.17 *workspace/didChangeWatchedFiles*.
enum DidChangeWatchedFilesHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    session.reloadConfigurations()
  }
}
