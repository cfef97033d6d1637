import ProtocolTypes

/// LSP 3.17 *workspace/didChangeConfiguration*: re-reads the configuration files.
enum DidChangeConfigurationHandler: NotificationHandler {
  typealias Message = DidChangeConfigurationNotification

  static func take(_ params: Params, _ session: inout Session) {
    session.reloadConfigurations()
  }
}
