package import JSONText

/// A change of a document (LSP 3.17 *TextDocumentContentChangeEvent*).
package enum ContentChange: Sendable {
  /// The whole text anew.
  case whole(String)
  /// A range replaced.
  case part(DocumentRange, String)

  /// Reads a change; the deprecated `rangeLength` is ignored.
  package init?(_ value: JSONValue) {
    guard let text = value["text"]?.string else { return nil }
    guard let range = value["range"], !range.isNull else {
      self = .whole(text)
      return
    }
    guard let range = DocumentRange(range) else { return nil }
    self = .part(range, text)
  }
}
