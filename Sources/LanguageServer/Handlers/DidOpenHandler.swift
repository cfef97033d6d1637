import ProtocolTypes

/// LSP 3.17 *textDocument/didOpen*.
enum DidOpenHandler: NotificationHandler {
  typealias Message = DidOpenNotification

  static func take(_ params: Params, _ session: inout Session) {
    let uri = params.uri
    if ConfigurationText.isNamed(uri) {
      session.configurations.texts[uri] = ConfigurationText(
        uri: uri, version: params.version, text: params.text, session.encoding)
    } else {
      session.documents[uri] = Document(
        uri: uri, version: params.version, text: params.text, session.encoding,
        configuration: session.configuration(ofURI: uri))
    }
  }
}
