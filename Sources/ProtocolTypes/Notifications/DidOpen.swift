package import JSONText

/// LSP 3.17 *textDocument/didOpen*.
package enum DidOpenNotification: Notification {
  package static let method = "textDocument/didOpen"
  package static let capability: String? = "textDocumentSync.openClose"

  /// LSP 3.17 *TextDocumentItem*.
  package struct Params: JSONDecodable {
    /// The document.
    package var uri: String
    /// Its version.
    package var version: Int?
    /// Its text in UTF-8.
    package var text: ContiguousArray<UInt8>

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      uri = try json.documentURI
      guard let text = json["textDocument"]?["text"]?.utf8 else {
        throw .missing("textDocument.text")
      }
      self.text = text
      version = json["textDocument"]?["version"]?.int
    }
  }
}
