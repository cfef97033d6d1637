import JSONText
import ProtocolTypes

/// LSP 3.17 *textDocument/didChange*: changes apply one after another.
enum DidChangeHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    guard let uri = params["textDocument"]?["uri"]?.string else { return }
    let version = params["textDocument"]?["version"]?.int
    let changes = (params["contentChanges"]?.array ?? []).compactMap { ContentChange($0) }
    session.documents[uri]?.apply(changes, version: version, session.converter)
    session.configurations.texts[uri]?.apply(changes, version: version, session.converter)
  }
}
