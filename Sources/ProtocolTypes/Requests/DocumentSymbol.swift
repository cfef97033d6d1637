package import JSONText

/// LSP 3.17 *textDocument/documentSymbol*.
package enum DocumentSymbolRequest: Request {
  package static let method = "textDocument/documentSymbol"
  package static let capability: String? = "documentSymbolProvider"
  package typealias Params = DocumentParams
  package typealias Result = [Symbol]

  /// LSP 3.17 *DocumentSymbol*, or *SymbolInformation* for clients without hierarchy.
  package enum Symbol: JSONEncodable {
    case tree(DocumentSymbol)
    case flat(SymbolInformation)

    /// Writes the symbol.
    package func write(to writer: inout JSONWriter) {
      switch self {
      case .tree(let symbol): symbol.write(to: &writer)
      case .flat(let symbol): symbol.write(to: &writer)
      }
    }
  }
}

/// LSP 3.17 *DocumentSymbol*.
package struct DocumentSymbol: JSONEncodable {
  /// The name.
  package var name: String
  /// The kind, shown as an icon.
  package var kind: SymbolKind
  /// A few words next to the name.
  package var detail: String
  /// All of it.
  package var range: DocumentRange
  /// Its name's range.
  package var selectionRange: DocumentRange

  /// A symbol from its parts.
  package init(
    name: String, kind: SymbolKind, detail: String, range: DocumentRange,
    selectionRange: DocumentRange
  ) {
    self.name = name
    self.kind = kind
    self.detail = detail
    self.range = range
    self.selectionRange = selectionRange
  }

  /// Writes the symbol without children.
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writeMembers(to: &writer)
    writer.endObject()
  }

  /// Writes the symbol; `body` writes the items of its children.
  package func write<Failure>(
    to writer: inout JSONWriter, children body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    writer.beginObject()
    writeMembers(to: &writer)
    writer.key("children")
    writer.beginArray()
    try body(&writer)
    writer.endArray()
    writer.endObject()
  }

  private func writeMembers(to writer: inout JSONWriter) {
    writer.member("name", name)
    writer.member("kind", kind)
    writer.member("detail", detail)
    writer.member("range", range)
    writer.member("selectionRange", selectionRange)
  }
}
