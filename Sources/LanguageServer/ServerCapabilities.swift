import JSONText
import ProtocolTypes

/// What the server can do (LSP 3.17 *ServerCapabilities*), of that what the client takes.
enum ServerCapabilities {
  static func value(
    _ encoding: PositionEncoding, _ client: ClientCapabilities, _ settings: ClientSettings
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("positionEncoding", .string(encoding.rawValue)),
      ("textDocumentSync", synchronization(settings)),
      ("completionProvider", completion),
      ("hoverProvider", .bool(true)),
      ("definitionProvider", .bool(true)),
      ("referencesProvider", .bool(true)),
      ("documentHighlightProvider", .bool(true)),
      ("documentSymbolProvider", .bool(true)),
      ("workspaceSymbolProvider", .bool(true)),
      ("documentFormattingProvider", .bool(true)),
      ("documentRangeFormattingProvider", rangeFormatting(client)),
      ("documentLinkProvider", .object([("resolveProvider", .bool(false))])),
      ("foldingRangeProvider", .bool(true)),
      ("selectionRangeProvider", .bool(true)),
      ("codeActionProvider", codeActions(client)),
    ]
    if settings.showsColumnHints { members.append(("inlayHintProvider", .bool(true))) }
    if client.pullsDiagnostics { members.append(("diagnosticProvider", diagnostics)) }
    return .object(members)
  }

  private static func synchronization(_ settings: ClientSettings) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("openClose", .bool(true)), ("change", .int(2)),
      ("save", .object([("includeText", .bool(false))])),
    ]
    if settings.formatsOnSave { members.append(("willSaveWaitUntil", .bool(true))) }
    return .object(members)
  }

  private static let completion = JSONValue.object([
    ("triggerCharacters", .array(["|", ",", "["].map { .string($0) })),
    ("resolveProvider", .bool(false)),
  ])

  /// LSP 3.18 *DocumentRangeFormattingOptions* for a client that sends several ranges.
  private static func rangeFormatting(_ client: ClientCapabilities) -> JSONValue {
    client.formatsRanges ? .object([("rangesSupport", .bool(true))]) : .bool(true)
  }

  private static func codeActions(_ client: ClientCapabilities) -> JSONValue {
    let kinds = ["quickfix", WholeDocumentFix.fixAll.kind].map { JSONValue.string($0) }
    return .object([
      ("codeActionKinds", .array(kinds)), ("resolveProvider", .bool(client.resolvesCodeActions)),
    ])
  }

  private static let diagnostics = JSONValue.object([
    ("identifier", .string("mdcatalog")), ("interFileDependencies", .bool(false)),
    ("workspaceDiagnostics", .bool(true)),
  ])
}
