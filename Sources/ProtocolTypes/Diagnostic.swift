package import JSONText

/// A problem as an editor shows it (LSP 3.17 *Diagnostic*).
package struct Diagnostic: Sendable {
  /// Another place that belongs to a diagnostic.
  package struct Related: Sendable {
    /// The place, in the same document.
    package var range: DocumentRange
    /// What is there.
    package var message: String

    /// A place from its parts.
    package init(range: DocumentRange, message: String) {
      self.range = range
      self.message = message
    }
  }

  /// The place.
  package var range: DocumentRange
  /// LSP's `DiagnosticSeverity`, 1 to 4.
  package var severity: Int
  /// The rule's code.
  package var code: String
  /// What is wrong.
  package var message: String
  /// Other places.
  package var related: [Related]
  /// Whether all line numbers are left open, to be filled in when it is known where the row stands.
  package var isLineOpen = false

  /// A diagnostic from its parts.
  package init(
    range: DocumentRange, severity: Int, code: String, message: String, related: [Related]
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.message = message
    self.related = related
  }

  /// Writes the diagnostic; related places need the document's URI.
  ///
  /// An editor is sent hundreds per keystroke, hence the literals.
  package func write(to writer: inout JSONWriter, uri: String, withRelated: Bool) {
    writer.separateValue()
    writer.literal("{\"range\":")
    write(range, to: &writer)
    writer.literal(",\"severity\":")
    writer.int(severity)
    writer.literal(",\"code\":")
    writer.string(code)
    writer.literal(",\"source\":\"mdcatalog\",\"message\":")
    writer.string(message)
    if withRelated, !related.isEmpty { writeRelated(to: &writer, uri: uri) }
    writer.endObject()
  }

  private func write(_ range: DocumentRange, to writer: inout JSONWriter) {
    writer.literal("{\"start\":{\"line\":")
    writeLine(range.start.line, to: &writer)
    writer.literal(",\"character\":")
    writer.int(range.start.character)
    writer.literal("},\"end\":{\"line\":")
    writeLine(range.end.line, to: &writer)
    writer.literal(",\"character\":")
    writer.int(range.end.character)
    writer.literal("}}")
  }

  private func writeLine(_ line: Int, to writer: inout JSONWriter) {
    if isLineOpen { writer.openNumber() } else { writer.int(line) }
  }

  private func writeRelated(to writer: inout JSONWriter, uri: String) {
    writer.key("relatedInformation")
    writer.beginArray()
    for place in related {
      writer.beginObject()
      writer.key("location")
      writer.beginObject()
      writer.key("uri")
      writer.string(uri)
      writer.key("range")
      write(place.range, to: &writer)
      writer.endValue()
      writer.endObject()
      writer.key("message")
      writer.string(place.message)
      writer.endObject()
    }
    writer.endArray()
  }
}
