/// A range in a document that is named (LSP 3.17 *Location*).
package struct Location: ObjectEncodable {
  /// The location as JSON.
  package let json: JSONObject

  /// A location from its parts.
  package init(uri: String, range: DocumentRange) { json = ["uri": uri, "range": range] }
}
