import JSONText
import MessageStream
import ProtocolTypes

/// LSP 3.17 *initialize*: what each side can do.
enum InitializeHandler {
  /// Of the encodings offered, the one that costs least.
  private static let preference: [PositionEncoding] = [.utf8, .utf32, .utf16]

  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    session.client = ClientCapabilities(params["capabilities"])
    let offered = session.client.positionEncodings
    let encoding = preference.first { offered.contains($0.rawValue) } ?? .utf16
    session.converter = PositionConverter(encoding: encoding)
    session.phase = .running
    let result = JSONValue.object([
      ("capabilities", capabilities(encoding, session.client)),
      (
        "serverInfo",
        .object([("name", .string("mdcatalog")), ("version", .string(Version.current))])
      ),
    ])
    return JSONWriter.bytes(of: result)
  }

  private static func capabilities(
    _ encoding: PositionEncoding, _ client: ClientCapabilities
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("positionEncoding", .string(encoding.rawValue)),
      (
        "textDocumentSync",
        .object([
          ("openClose", .bool(true)), ("change", .int(2)),
          ("save", .object([("includeText", .bool(false))])),
        ])
      ),
      (
        "completionProvider",
        .object([
          ("triggerCharacters", .array(["|", ",", "["].map { .string($0) })),
          ("resolveProvider", .bool(false)),
        ])
      ),
      ("hoverProvider", .bool(true)),
      ("documentFormattingProvider", .bool(true)),
      ("documentRangeFormattingProvider", .bool(true)),
      ("documentSymbolProvider", .bool(true)),
      ("foldingRangeProvider", .bool(true)),
      (
        "codeActionProvider",
        .object([
          (
            "codeActionKinds",
            .array([.string("quickfix"), .string("source.fixAll.mdcatalog")])
          )
        ])
      ),
    ]
    if client.pullsDiagnostics {
      members.append(
        (
          "diagnosticProvider",
          .object([
            ("identifier", .string("mdcatalog")), ("interFileDependencies", .bool(false)),
            ("workspaceDiagnostics", .bool(true)),
          ])
        ))
    }
    return .object(members)
  }
}
