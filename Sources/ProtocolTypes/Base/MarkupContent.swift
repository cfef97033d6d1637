/// A text for users (LSP 3.17 *MarkupContent*).
package struct MarkupContent: ObjectEncodable {
  /// LSP 3.17 *MarkupKind*.
  package enum Kind: String, JSONEncodable {
    case plainText = "plaintext"
    case markdown
  }

  /// The content as JSON.
  package let json: JSONObject

  /// A content from its parts.
  package init(kind: Kind, value: String) { json = ["kind": kind, "value": value] }
}
