import ProtocolTypes

/// LSP 3.17 *workspace/didChangeConfiguration*: re-reads the configuration files.
enum DidChangeConfigurationHandler: ReloadHandler {
  typealias Message = DidChangeConfigurationNotification
}
