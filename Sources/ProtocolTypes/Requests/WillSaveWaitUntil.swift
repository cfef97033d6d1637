package import JSONText

/// LSP 3.17 *textDocument/willSaveWaitUntil*.
package enum WillSaveWaitUntilRequest: Request {
  package static let method = "textDocument/willSaveWaitUntil"
  package static let capability: String? = "textDocumentSync.willSaveWaitUntil"
  package typealias Result = [DocumentEdit]

  /// LSP 3.17 *WillSaveTextDocumentParams*.
  package struct Params: JSONDecodable {
    /// The document.
    package let uri: String
    /// Whether the user saves it, and not a timer or another window (LSP 3.17
    /// *TextDocumentSaveReason*).
    package let isManual: Bool

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      uri = try json.documentURI
      isManual = json["reason"]?.int == 1
    }
  }
}
