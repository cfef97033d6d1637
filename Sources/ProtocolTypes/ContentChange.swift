package import JSONText

/// A change of a document (LSP 3.17 *TextDocumentContentChangeEvent*); texts are UTF-8.
package enum ContentChange: Sendable {
  /// The whole text anew.
  case whole(ContiguousArray<UInt8>)
  /// A range replaced.
  case part(DocumentRange, ContiguousArray<UInt8>)

  /// Reads a change; the deprecated `rangeLength` is ignored.
  package init?(_ value: JSONValue) {
    guard let text = value["text"]?.utf8 else { return nil }
    guard let range = value["range"], !range.isNull else {
      self = .whole(text)
      return
    }
    guard let range = DocumentRange(range) else { return nil }
    self = .part(range, text)
  }

  /// Whether it replaces the whole text, so that what came before does not matter.
  package var isWhole: Bool { if case .whole = self { true } else { false } }
}
