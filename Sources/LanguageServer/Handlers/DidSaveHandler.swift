import ProtocolTypes

/// LSP 3.17 *textDocument/didSave*: re-reads the configuration files, for clients that do not watch
/// files.
enum DidSaveHandler: NotificationHandler {
  typealias Message = DidSaveNotification

  static func options(for session: Session) -> DidSaveNotification.Options? { .init() }

  static func take(_ params: NoParams, _ session: inout Session) {
    session.reloadConfigurations()
  }
}
