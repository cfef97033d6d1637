package import JSONText

/// LSP 3.17 *SymbolKind*: the kinds that are sent. A table is an array, a row an object.
package enum SymbolKind: Int, JSONEncodable {
  case array = 18
  case object = 19
}

/// LSP 3.17 *SymbolInformation*.
package struct SymbolInformation: JSONEncodable {
  /// The name.
  package var name: String
  /// The kind, shown as an icon.
  package var kind: SymbolKind
  /// Where it is.
  package var location: Location
  /// The name of the symbol that it is in.
  package var containerName: String?

  /// A symbol from its parts.
  package init(
    name: String, kind: SymbolKind, location: Location, containerName: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.location = location
    self.containerName = containerName
  }

  /// Writes the symbol.
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.member("kind", kind)
      $0.member("location", location)
      $0.member("containerName", ifPresent: containerName)
    }
  }
}
