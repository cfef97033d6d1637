package import JSONText

/// A range in a document that is named (LSP 3.17 *Location*).
package struct Location: JSONEncodable, Hashable {
  /// The document.
  package var uri: String
  /// The range in it.
  package var range: DocumentRange

  /// A location from its parts.
  package init(uri: String, range: DocumentRange) {
    self.uri = uri
    self.range = range
  }

  /// Writes the location.
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("uri", uri)
      $0.member("range", range)
    }
  }
}
