package import JSONText

/// The format of a text (LSP 3.17 *MarkupKind*).
package enum MarkupKind: String, JSONEncodable {
  case plainText = "plaintext"
  case markdown
}

/// A text for users (LSP 3.17 *MarkupContent*).
package struct MarkupContent: JSONEncodable {
  /// The format of the text.
  package var kind: MarkupKind
  /// The text.
  package var value: String

  /// A content from its parts.
  package init(kind: MarkupKind, value: String) {
    self.kind = kind
    self.value = value
  }

  /// Writes the content.
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("kind", kind)
      $0.member("value", value)
    }
  }
}
