package import JSONText

/// LSP 3.17 *textDocument/documentSymbol*.
package enum DocumentSymbolRequest: Request {
  package static let method = "textDocument/documentSymbol"
  package static let capability: String? = "documentSymbolProvider"
  package typealias Params = DocumentParams
  package typealias Result = [Symbol]

  /// LSP 3.17 *DocumentSymbol*, or *SymbolInformation* for clients without hierarchy.
  package enum Symbol: ObjectEncodable {
    case tree(DocumentSymbol)
    case flat(SymbolInformation)

    /// The symbol as JSON.
    package var json: JSONObject {
      switch self {
      case .tree(let symbol): symbol.json
      case .flat(let symbol): symbol.json
      }
    }
  }
}

/// LSP 3.17 *DocumentSymbol*.
package struct DocumentSymbol: ObjectEncodable {
  /// The symbol as JSON, without children.
  package let json: JSONObject

  /// A symbol from its parts.
  package init(
    name: String, kind: SymbolKind, detail: String, range: DocumentRange,
    selectionRange: DocumentRange
  ) {
    json = [
      "name": name, "kind": kind, "detail": detail, "range": range,
      "selectionRange": selectionRange,
    ]
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
