import ProtocolTypes

/// LSP 3.17 *textDocument/didSave*: re-reads the configuration files, for clients that do not watch
/// files.
enum DidSaveHandler: ReloadHandler { typealias Message = DidSaveNotification }
