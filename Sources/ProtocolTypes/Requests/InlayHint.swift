/// LSP 3.17 *textDocument/inlayHint*.
package enum InlayHintRequest: Request {
  package static let method = "textDocument/inlayHint"
  package static let capability: String? = "inlayHintProvider"
  package typealias Params = RangeParams
  package typealias Result = [Hint]

  /// LSP 3.17 *InlayHint*, with space after it.
  package struct Hint: ObjectEncodable {
    /// The hint as JSON.
    package let json: JSONObject

    /// A hint from its parts.
    package init(position: Position, label: String) {
      json = ["position": position, "label": label, "paddingRight": true]
    }
  }
}
