package import JSONText

/// What a client can do (LSP 3.17 *ClientCapabilities*): the members that the server reads.
package struct ClientCapabilities: Sendable {
  /// The encodings that it offers.
  package let positionEncodings: [PositionEncoding]
  /// Whether it pulls diagnostics.
  package let pullsDiagnostics: Bool
  /// Whether a diagnostic report may hold reports of other documents.
  package let hasRelatedDiagnostics: Bool
  /// Whether it shows the related information of a diagnostic.
  package let showsRelatedInformation: Bool
  /// Whether completion items may be snippets.
  package let hasSnippets: Bool
  /// Whether hovers may be Markdown.
  package let hasMarkdownHovers: Bool
  /// Whether completion items' documentation may be Markdown.
  package let hasMarkdownCompletions: Bool
  /// Whether it takes code actions instead of commands.
  package let hasCodeActionLiterals: Bool
  /// Whether it resolves a code action's edit when the action is chosen.
  package let resolvesCodeActions: Bool
  /// Whether it formats several ranges at once (LSP 3.18).
  package let formatsRanges: Bool
  /// Folding ranges that it takes, at most.
  package let foldingRangeCountMax: Int
  /// Whether workspace edits may be `documentChanges`.
  package let hasDocumentChanges: Bool
  /// Whether symbols may have children.
  package let hasHierarchicalSymbols: Bool
  /// Whether the server may register file watchers.
  package let registersFileWatchers: Bool
  /// Whether the server may ask it to pull all diagnostics again.
  package let refreshesDiagnostics: Bool

  /// Reads `InitializeParams.capabilities`; without them, the client can do nothing.
  package init(_ value: JSONValue? = nil) {
    let document = value?["textDocument"]
    let workspace = value?["workspace"]
    let diagnostic = document?["diagnostic"]
    let item = document?["completion"]?["completionItem"]
    let action = document?["codeAction"]
    positionEncodings =
      value?["general"]?["positionEncodings"]?.array?
      .compactMap { $0.string.flatMap(PositionEncoding.init) } ?? []
    pullsDiagnostics = diagnostic?.object != nil
    hasRelatedDiagnostics = diagnostic.isTrue("relatedDocumentSupport")
    showsRelatedInformation =
      document?["publishDiagnostics"]?["relatedInformation"]?.bool
      ?? diagnostic.isTrue("relatedInformation")
    hasSnippets = item.isTrue("snippetSupport")
    hasMarkdownCompletions = item.prefersMarkdown("documentationFormat")
    hasMarkdownHovers = (document?["hover"]).prefersMarkdown("contentFormat")
    hasCodeActionLiterals = action?["codeActionLiteralSupport"]?.object != nil
    let resolved = action?["resolveSupport"]?["properties"]?.array ?? []
    resolvesCodeActions =
      resolved.contains { $0.string == "edit" } && action.isTrue("dataSupport")
    formatsRanges = document.isTrue("rangeFormatting", "rangesSupport")
    foldingRangeCountMax = max(0, document?["foldingRange"]?["rangeLimit"]?.int ?? .max)
    hasDocumentChanges = workspace.isTrue("workspaceEdit", "documentChanges")
    hasHierarchicalSymbols = document.isTrue("documentSymbol", "hierarchicalDocumentSymbolSupport")
    registersFileWatchers = workspace.isTrue("didChangeWatchedFiles", "dynamicRegistration")
    refreshesDiagnostics = workspace.isTrue("diagnostics", "refreshSupport")
  }
}

extension JSONValue? {
  /// Whether the member at a path is `true`.
  fileprivate func isTrue(_ path: String...) -> Bool {
    path.reduce(self) { $0?[$1] }?.bool ?? false
  }

  /// Whether a list of *MarkupKind* begins with Markdown.
  fileprivate func prefersMarkdown(_ name: String) -> Bool {
    self?[name]?.array?.first?.string == MarkupContent.Kind.markdown.rawValue
  }
}
