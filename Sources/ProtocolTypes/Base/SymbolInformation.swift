/// LSP 3.17 *SymbolKind*: the kinds that are sent. A table is an array, a row an object.
package enum SymbolKind: Int, JSONEncodable {
  case array = 18
  case object = 19
}

/// LSP 3.17 *SymbolInformation*.
package struct SymbolInformation: ObjectEncodable {
  /// The symbol as JSON.
  package let json: JSONObject

  /// A symbol, in the symbol named `containerName`.
  package init(name: String, kind: SymbolKind, location: Location, containerName: String?) {
    json = ["name": name, "kind": kind, "location": location, "containerName": containerName]
  }
}
