/// Edits of one document (LSP 3.17 *WorkspaceEdit*).
package struct WorkspaceEdit: ObjectEncodable {
  /// The edit as JSON.
  package let json: JSONObject

  /// The edits of a version of a document.
  ///
  /// - Parameter isVersioned: whether the client takes `documentChanges`, which name the version,
  ///   instead of `changes`
  package init(uri: String, version: Int?, edits: [DocumentEdit], isVersioned: Bool) {
    if isVersioned {
      let document: JSONObject = ["uri": uri, "version": version.orNull]
      json = ["documentChanges": [["textDocument": document, "edits": edits] as JSONObject]]
    } else {
      json = ["changes": [uri: edits] as JSONObject]
    }
  }
}
