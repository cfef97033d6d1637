/// LSP 3.17 *textDocument/hover*.
package enum HoverRequest: Request {
  package static let method = "textDocument/hover"
  package static let capability: String? = "hoverProvider"
  package typealias Params = PositionParams
  package typealias Result = Card?

  /// LSP 3.17 *Hover*.
  package struct Card: ObjectEncodable {
    /// The hover as JSON.
    package let json: JSONObject

    /// A hover from its parts.
    package init(contents: MarkupContent, range: DocumentRange) {
      json = ["contents": contents, "range": range]
    }
  }
}
