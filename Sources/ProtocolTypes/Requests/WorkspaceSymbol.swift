package import JSONText

/// LSP 3.17 *workspace/symbol*.
package enum WorkspaceSymbolRequest: Request {
  package static let method = "workspace/symbol"
  package static let capability: String? = "workspaceSymbolProvider"
  package typealias Result = [Symbol]

  /// LSP 3.17 *WorkspaceSymbolParams*.
  package struct Params: JSONDecodable {
    /// The text to search for.
    package let query: String

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      guard let query = json["query"]?.string else { throw .missing("query") }
      self.query = query
    }
  }
}
