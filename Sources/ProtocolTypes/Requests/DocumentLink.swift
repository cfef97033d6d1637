package import JSONText

/// LSP 3.17 *textDocument/documentLink*.
package enum DocumentLinkRequest: Request {
  package static let method = "textDocument/documentLink"
  package static let capability: String? = "documentLinkProvider"
  /// LSP 3.17 *DocumentLinkOptions*: links are sent whole.
  package static let options = JSONValue.object([("resolveProvider", .bool(false))])
  package typealias Params = DocumentParams
  package typealias Result = [Link]

  /// LSP 3.17 *DocumentLink*.
  package struct Link: ObjectEncodable {
    /// The link as JSON.
    package let json: JSONObject

    /// A link from its parts.
    package init(range: DocumentRange, target: String) {
      json = ["range": range, "target": target]
    }
  }
}
