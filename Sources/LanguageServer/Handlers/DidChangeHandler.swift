import ProtocolTypes

/// LSP 3.17 *textDocument/didChange*.
enum DidChangeHandler: NotificationHandler {
  typealias Message = DidChangeNotification

  static func take(_ params: Params, _ session: inout Session) {
    let uri = params.uri
    session.documents[uri]?.apply(params.changes, version: params.version)
    session.configurations.texts[uri]?.apply(params.changes, version: params.version)
  }
}
