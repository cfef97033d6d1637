package import JSONText

/// What a client can show and take (LSP 3.17 *ClientCapabilities*): the part that matters here.
package struct ClientCapabilities: Sendable {
  /// The encodings offered, in the client's order.
  package var positionEncodings: [String] = []
  /// Whether it asks for diagnostics itself.
  package var pullsDiagnostics = false
  /// Whether an answer about one document may tell of others.
  package var hasRelatedDiagnostics = false
  /// Whether it shows places that belong to a diagnostic.
  package var showsRelatedInformation = false
  /// Whether completion items may have placeholders.
  package var hasSnippets = false
  /// Whether hovers may be Markdown.
  package var hasMarkdownHovers = false
  /// Whether completion items' documentation may be Markdown.
  package var hasMarkdownCompletions = false
  /// Whether code actions may be more than commands.
  package var hasCodeActionLiterals = false
  /// Whether it asks for a code action's edit once the action is chosen.
  package var resolvesCodeActions = false
  /// Whether it formats several ranges at once (LSP 3.18).
  package var formatsRanges = false
  /// Folding ranges it takes, at most.
  package var foldingRangeCountMax = Int.max
  /// Whether workspace edits may name versions.
  package var hasDocumentChanges = false
  /// Whether symbols may hold symbols.
  package var hasHierarchicalSymbols = false
  /// Whether the server may ask to be told of changed files.
  package var registersFileWatchers = false
  /// Whether the server may ask the client to pull anew.
  package var refreshesDiagnostics = false

  /// A client that can do nothing.
  package init() {}

  /// Reads `InitializeParams.capabilities`.
  package init(_ value: JSONValue?) {
    let document = value?["textDocument"]
    let workspace = value?["workspace"]
    positionEncodings =
      value?["general"]?["positionEncodings"]?.array?.compactMap(\.string) ?? []
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
