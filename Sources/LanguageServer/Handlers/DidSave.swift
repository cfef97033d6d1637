import JSONText

/// LSP 3.17 *textDocument/didSave*: a time to look whether a configuration file changed, for
/// clients that do not watch files.
enum DidSaveHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    session.reloadConfigurations()
  }
}
