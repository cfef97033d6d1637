extension HandlerRegistry {
  /// All that the server handles, in the order of the capabilities. A new request is one handler
  /// file, one file of `ProtocolTypes` and one entry here.
  static let all = HandlerRegistry([
    InitializeHandler.self, InitializedHandler.self, ShutdownHandler.self,
    DidOpenHandler.self, DidChangeHandler.self, DidSaveHandler.self, WillSaveWaitUntilHandler.self,
    DidCloseHandler.self, DidChangeConfigurationHandler.self, DidChangeWatchedFilesHandler.self,
    CompletionHandler.self, HoverHandler.self, DefinitionHandler.self, ReferencesHandler.self,
    DocumentHighlightHandler.self, DocumentSymbolHandler.self, WorkspaceSymbolHandler.self,
    FormattingHandler.self, RangeFormattingHandler.self, RangesFormattingHandler.self,
    DocumentLinkHandler.self, FoldingRangeHandler.self, SelectionRangeHandler.self,
    CodeActionHandler.self, CodeActionResolveHandler.self, InlayHintHandler.self,
    DocumentDiagnosticHandler.self, WorkspaceDiagnosticHandler.self,
  ])
}
