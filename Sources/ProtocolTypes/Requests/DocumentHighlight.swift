/// LSP 3.17 *textDocument/documentHighlight*.
package enum DocumentHighlightRequest: Request {
  package static let method = "textDocument/documentHighlight"
  package static let capability: String? = "documentHighlightProvider"
  package typealias Params = PositionParams
  package typealias Result = [Highlight]?

  /// LSP 3.17 *DocumentHighlightKind*.
  package enum Kind: Int, JSONEncodable {
    case read = 2
    case write = 3
  }

  /// LSP 3.17 *DocumentHighlight*.
  package struct Highlight: ObjectEncodable {
    /// The highlight as JSON.
    package let json: JSONObject

    /// A highlight from its parts.
    package init(range: DocumentRange, kind: Kind) { json = ["range": range, "kind": kind] }
  }
}
