import ProtocolTypes

/// LSP 3.17 *workspace/didChangeWatchedFiles*: re-reads the configuration files.
enum DidChangeWatchedFilesHandler: ReloadHandler {
  typealias Message = DidChangeWatchedFilesNotification
}
