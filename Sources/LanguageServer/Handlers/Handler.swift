import JSONText
import MessageStream

/// What the server does for a method. One file each, listed here.
enum Handler {
  /// Answers a request with JSON.
  typealias Request = @Sendable (JSONValue, inout Session) throws(ResponseError) -> [UInt8]
  /// Takes a notification.
  typealias Notification = @Sendable (JSONValue, inout Session) -> Void

  static let requests: [String: Request] = [
    "initialize": InitializeHandler.handle,
    "shutdown": ShutdownHandler.handle,
    "textDocument/completion": CompletionHandler.handle,
    "textDocument/hover": HoverHandler.handle,
    "textDocument/formatting": FormattingHandler.handle,
    "textDocument/rangeFormatting": RangeFormattingHandler.handle,
    "textDocument/codeAction": CodeActionHandler.handle,
    "textDocument/documentSymbol": DocumentSymbolHandler.handle,
    "textDocument/foldingRange": FoldingRangeHandler.handle,
    "textDocument/diagnostic": DiagnosticHandler.handle,
    "workspace/diagnostic": WorkspaceDiagnosticHandler.handle,
  ]

  static let notifications: [String: Notification] = [
    "initialized": InitializedHandler.handle,
    "textDocument/didOpen": DidOpenHandler.handle,
    "textDocument/didChange": DidChangeHandler.handle,
    "textDocument/didSave": DidSaveHandler.handle,
    "textDocument/didClose": DidCloseHandler.handle,
    "workspace/didChangeWatchedFiles": DidChangeWatchedFilesHandler.handle,
    "workspace/didChangeConfiguration": DidChangeConfigurationHandler.handle,
  ]

  /// `null`.
  static let null = Array("null".utf8)
}
