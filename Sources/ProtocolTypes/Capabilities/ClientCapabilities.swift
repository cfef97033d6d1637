package import JSONText

/// What a client can do (LSP 3.17 *ClientCapabilities*): the members that the server reads.
package struct ClientCapabilities: Sendable {
  /// The encodings that it offers.
  package var positionEncodings: [PositionEncoding] = []
  /// Whether it pulls diagnostics.
  package var pullsDiagnostics = false
  /// Whether a diagnostic report may hold reports of other documents.
  package var hasRelatedDiagnostics = false
  /// Whether it shows the related information of a diagnostic.
  package var showsRelatedInformation = false
  /// Whether completion items may be snippets.
  package var hasSnippets = false
  /// Whether hovers may be Markdown.
  package var hasMarkdownHovers = false
  /// Whether completion items' documentation may be Markdown.
  package var hasMarkdownCompletions = false
  /// Whether it takes code actions instead of commands.
  package var hasCodeActionLiterals = false
  /// Whether it resolves a code action's edit when the action is chosen.
  package var resolvesCodeActions = false
  /// Whether it formats several ranges at once (LSP 3.18).
  package var formatsRanges = false
  /// Folding ranges that it takes, at most.
  package var foldingRangeCountMax = Int.max
  /// Whether workspace edits may be `documentChanges`.
  package var hasDocumentChanges = false
  /// Whether symbols may have children.
  package var hasHierarchicalSymbols = false
  /// Whether the server may register file watchers.
  package var registersFileWatchers = false
  /// Whether the server may ask it to pull all diagnostics again.
  package var refreshesDiagnostics = false

  /// A client that can do nothing.
  package init() {}

  /// Reads `InitializeParams.capabilities`.
  package init(_ value: JSONValue?) {
    let document = value?["textDocument"]
    let workspace = value?["workspace"]
    positionEncodings =
      value?["general"]?["positionEncodings"]?.array?
      .compactMap { $0.string.flatMap(PositionEncoding.init) } ?? []
    pullsDiagnostics = document?["diagnostic"]?.object != nil
    hasRelatedDiagnostics = document?["diagnostic"]?["relatedDocumentSupport"]?.bool ?? false
    let publish = document?["publishDiagnostics"]
    showsRelatedInformation =
      publish?["relatedInformation"]?.bool ?? document?["diagnostic"]?["relatedInformation"]?.bool
      ?? false
    let item = document?["completion"]?["completionItem"]
    hasSnippets = item?["snippetSupport"]?.bool ?? false
    hasMarkdownCompletions = Self.firstFormat(item?["documentationFormat"]) == "markdown"
    hasMarkdownHovers = Self.firstFormat(document?["hover"]?["contentFormat"]) == "markdown"
    hasCodeActionLiterals = document?["codeAction"]?["codeActionLiteralSupport"]?.object != nil
    let resolved = document?["codeAction"]?["resolveSupport"]?["properties"]?.array ?? []
    resolvesCodeActions =
      resolved.contains { $0.string == "edit" }
      && document?["codeAction"]?["dataSupport"]?.bool == true
    formatsRanges = document?["rangeFormatting"]?["rangesSupport"]?.bool ?? false
    foldingRangeCountMax = max(0, document?["foldingRange"]?["rangeLimit"]?.int ?? .max)
    hasDocumentChanges = workspace?["workspaceEdit"]?["documentChanges"]?.bool ?? false
    hasHierarchicalSymbols =
      document?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
    registersFileWatchers =
      workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.bool ?? false
    refreshesDiagnostics = workspace?["diagnostics"]?["refreshSupport"]?.bool ?? false
  }

  private static func firstFormat(_ value: JSONValue?) -> String? { value?.array?.first?.string }
}
