import ProtocolTypes

/// LSP 3.17 *textDocument/didSave*: re-reads the configuration files, for clients that do not watch
/// files.
enum DidSaveHandler: NotificationHandler {
  typealias Message = DidSaveNotification

  static func take(_ params: Params, _ session: inout Session) {
    session.reloadConfigurations()
  }
}
