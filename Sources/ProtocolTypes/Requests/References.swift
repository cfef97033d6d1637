package import JSONText

/// LSP 3.17 *textDocument/references*.
package enum ReferencesRequest: Request {
  package static let method = "textDocument/references"
  package static let capability: String? = "referencesProvider"
  package typealias Result = [Location]?

  /// LSP 3.17 *ReferenceParams*.
  package struct Params: JSONDecodable {
    /// The position.
    package var place: PositionParams
    /// Whether the definition is one of the references.
    package var includesDeclaration: Bool

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      place = try PositionParams(json)
      includesDeclaration = json["context"]?["includeDeclaration"]?.bool ?? false
    }
  }
}
