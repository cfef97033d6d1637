package import JSONText

/// LSP 3.17 *textDocument/didChange*.
package enum DidChangeNotification: Notification {
  package static let method = "textDocument/didChange"
  package static let capability: String? = "textDocumentSync.change"
  /// LSP 3.17 *TextDocumentSyncKind*: incremental.
  package static let options = JSONValue.int(2)

  /// LSP 3.17 *DidChangeTextDocumentParams*.
  package struct Params: JSONDecodable {
    /// The document.
    package let uri: String
    /// Its version after the changes.
    package let version: Int?
    /// The changes, each in the text that the one before left.
    package let changes: [ContentChange]

    /// Reads the parameters; changes that cannot be read are ignored.
    package init(_ json: JSONValue) throws(InvalidParams) {
      uri = try json.documentURI
      version = json["textDocument"]?["version"]?.int
      changes = (json["contentChanges"]?.array ?? []).compactMap { try? ContentChange($0) }
    }
  }
}

/// LSP 3.17 *TextDocumentContentChangeEvent*; texts are UTF-8.
package enum ContentChange: JSONDecodable {
  /// The new text of the document.
  case whole(ContiguousArray<UInt8>)
  /// The new text of a range.
  case part(DocumentRange, ContiguousArray<UInt8>)

  /// Reads a change; the deprecated `rangeLength` is ignored.
  package init(_ json: JSONValue) throws(InvalidParams) {
    guard let text = json["text"]?.utf8 else { throw .missing("text") }
    if let range = json["range"], !range.isNull {
      self = .part(try DocumentRange(range), text)
    } else {
      self = .whole(text)
    }
  }

  /// Whether it replaces the whole text.
  package var isWhole: Bool { if case .whole = self { true } else { false } }
}
