import CatalogModel
import JSONText
import MessageStream

/// What the server does for a method. One file each, listed here.
enum Handler {
  /// Answers a request at once, by writing its result.
  typealias Answer =
    @Sendable (JSONValue, inout Session, inout JSONWriter) throws(ResponseError) -> Void
  /// Prepares an answer that may take long.
  typealias Preparation = @Sendable (JSONValue, inout Session) throws(ResponseError) -> Job
  /// Takes a notification.
  typealias Notification = @Sendable (JSONValue, inout Session) -> Void

  /// Requests that are answered in their turn.
  static let answers: [String: Answer] = [
    "initialize": InitializeHandler.handle,
    "shutdown": ShutdownHandler.handle,
    "textDocument/diagnostic": DiagnosticHandler.handle,
    "textDocument/selectionRange": SelectionRangeHandler.handle,
  ]

  /// Requests whose answer may be made beside the loop.
  static let preparations: [String: Preparation] = [
    "textDocument/completion": CompletionHandler.prepare,
    "textDocument/hover": HoverHandler.prepare,
    "textDocument/definition": DefinitionHandler.prepare,
    "textDocument/references": ReferencesHandler.prepare,
    "textDocument/documentHighlight": DocumentHighlightHandler.prepare,
    "textDocument/formatting": FormattingHandler.prepare,
    "textDocument/rangeFormatting": RangeFormattingHandler.prepare,
    "textDocument/rangesFormatting": RangesFormattingHandler.prepare,
    "textDocument/willSaveWaitUntil": WillSaveWaitUntilHandler.prepare,
    "textDocument/codeAction": CodeActionHandler.prepare,
    "codeAction/resolve": CodeActionResolveHandler.prepare,
    "textDocument/documentSymbol": DocumentSymbolHandler.prepare,
    "textDocument/documentLink": DocumentLinkHandler.prepare,
    "textDocument/foldingRange": FoldingRangeHandler.prepare,
    "textDocument/inlayHint": InlayHintHandler.prepare,
    "workspace/symbol": WorkspaceSymbolHandler.prepare,
    "workspace/diagnostic": WorkspaceDiagnosticHandler.prepare,
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
}
