package import JSONText

/// Parameters that name a document (LSP 3.17 *TextDocumentIdentifier*).
package struct DocumentParams: JSONDecodable {
  /// The document.
  package let uri: String

  /// Reads `textDocument.uri`.
  package init(_ json: JSONValue) throws(InvalidParams) { uri = try json.documentURI }
}

/// Parameters that name a position (LSP 3.17 *TextDocumentPositionParams*).
package struct PositionParams: JSONDecodable {
  /// The document.
  package let uri: String
  /// The position in it.
  package let position: Position

  /// Reads the parameters.
  package init(_ json: JSONValue) throws(InvalidParams) {
    uri = try json.documentURI
    position = try json.required("position")
  }
}

/// Parameters that name a range.
package struct RangeParams: JSONDecodable {
  /// The document.
  package let uri: String
  /// The range in it.
  package let range: DocumentRange

  /// Reads the parameters.
  package init(_ json: JSONValue) throws(InvalidParams) {
    uri = try json.documentURI
    range = try json.required("range")
  }
}

extension JSONValue {
  /// The URI of the member `textDocument`.
  var documentURI: String {
    get throws(InvalidParams) {
      guard let uri = self["textDocument"]?["uri"]?.string else {
        throw .missing("textDocument.uri")
      }
      return uri
    }
  }

  /// A member that must be there.
  func required<Member: JSONDecodable>(_ name: String) throws(InvalidParams) -> Member {
    guard let value = self[name] else { throw .missing(name) }
    return try Member(value)
  }

  /// The items of a member that must be an array.
  func items<Item: JSONDecodable>(_ name: String) throws(InvalidParams) -> [Item] {
    guard let items = self[name]?.array else { throw .missing(name) }
    return try items.map { item throws(InvalidParams) in try Item(item) }
  }
}
