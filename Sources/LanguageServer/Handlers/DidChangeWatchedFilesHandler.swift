import ProtocolTypes

/// LSP 3.17 *workspace/didChangeWatchedFiles*: re-reads the configuration files.
enum DidChangeWatchedFilesHandler: NotificationHandler {
  typealias Message = DidChangeWatchedFilesNotification

  static func take(_ params: Params, _ session: inout Session) {
    session.reloadConfigurations()
  }
}
