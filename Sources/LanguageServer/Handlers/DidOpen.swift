import JSONText

/// LSP 3.17 *textDocument/didOpen*.
enum DidOpenHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    guard let item = params["textDocument"], let uri = item["uri"]?.string,
      let text = item["text"]?.utf8
    else { return }
    let version = item["version"]?.int
    if ConfigurationText.isNamed(uri) {
      session.configurations.texts[uri] = ConfigurationText(
        uri: uri, version: version, text: text)
    } else {
      let configuration = session.configuration(ofURI: uri)
      session.documents[uri] = Document(
        uri: uri, version: version, text: text, configuration: configuration)
    }
  }
}
