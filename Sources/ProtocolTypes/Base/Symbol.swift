package import JSONText

/// LSP 3.17 *SymbolKind*: the kinds that are sent. A table is an array, a row an object.
package enum SymbolKind: Int, JSONEncodable {
  case string = 15
  case array = 18
  case object = 19
}

/// A heading, table or row in an outline or a list of search results.
package struct Symbol: ObjectEncodable {
  /// The symbol as JSON, without children.
  package let json: JSONObject

  /// LSP 3.17 *DocumentSymbol*.
  package init(
    name: String, kind: SymbolKind, detail: String, range: DocumentRange,
    selectionRange: DocumentRange
  ) {
    json = [
      "name": name, "kind": kind, "detail": detail, "range": range,
      "selectionRange": selectionRange,
    ]
  }

  /// LSP 3.17 *SymbolInformation*: a symbol in the one that is named `containerName`.
  package init(name: String, kind: SymbolKind, location: Location, containerName: String?) {
    json = ["name": name, "kind": kind, "location": location, "containerName": containerName]
  }

  /// Writes the symbol; `body` writes the items of its children.
  package func write<Failure>(
    to writer: inout JSONWriter, children body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    writer.beginObject()
    json.writeMembers(to: &writer)
    writer.key("children")
    writer.beginArray()
    try body(&writer)
    writer.endArray()
    writer.endObject()
  }
}
