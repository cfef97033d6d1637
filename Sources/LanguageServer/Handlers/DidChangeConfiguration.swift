import JSONText

/// LSP 3.17 *workspace/didChangeConfiguration*.
enum DidChangeConfigurationHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    session.reloadConfigurations()
  }
}
