package import JSONText

/// A replacement in a document (LSP 3.17 *TextEdit*).
package struct DocumentEdit: JSONEncodable {
  private let range: DocumentRange
  private let newText: String

  /// An edit from its parts.
  package init(range: DocumentRange, newText: String) {
    self.range = range
    self.newText = newText
  }

  /// Writes the edit; formatting sends thousands.
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range)
      $0.member("newText", newText)
    }
  }
}
