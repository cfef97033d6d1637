package import JSONText

/// LSP 3.17 *textDocument/willSaveWaitUntil*.
package enum WillSaveWaitUntilRequest: Request {
  package static let method = "textDocument/willSaveWaitUntil"
  package static let capability: String? = "textDocumentSync.willSaveWaitUntil"
  package typealias Result = [DocumentEdit]

  /// LSP 3.17 *TextDocumentSaveReason*.
  package enum Reason: Int, Sendable {
    case manual = 1
    case afterDelay = 2
    case focusOut = 3
  }

  /// LSP 3.17 *WillSaveTextDocumentParams*.
  package struct Params: JSONDecodable {
    /// The document.
    package var uri: String
    /// Why it is saved; nil for a reason that LSP does not have.
    package var reason: Reason?

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      uri = try json.documentURI
      reason = json["reason"]?.int.flatMap(Reason.init)
    }
  }
}
