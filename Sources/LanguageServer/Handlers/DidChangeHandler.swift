import ProtocolTypes

/// LSP 3.17 *textDocument/didChange*.
enum DidChangeHandler: NotificationHandler {
  typealias Message = DidChangeNotification

  static func take(_ params: Params, _ session: inout Session) {
    let (uri, converter) = (params.uri, session.converter)
    session.documents[uri]?.apply(params.changes, version: params.version, converter)
    session.configurations.texts[uri]?.apply(params.changes, version: params.version, converter)
  }
}
