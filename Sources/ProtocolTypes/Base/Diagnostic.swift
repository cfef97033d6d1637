package import JSONText

/// LSP 3.17 *DiagnosticSeverity*.
package enum DiagnosticSeverity: Int, JSONEncodable {
  case error = 1
  case warning = 2
  case information = 3
  case hint = 4
}

/// What identifies a diagnostic that a client sends back: its code and its range.
package struct DiagnosticPlace: Sendable, Hashable {
  private let code: String
  private let range: DocumentRange

  /// The place of a diagnostic that was sent.
  package init(_ diagnostic: Diagnostic) {
    code = diagnostic.code
    range = diagnostic.range
  }

  /// Reads a client's diagnostic; nil for one that cannot be from this server.
  init?(_ json: JSONValue) {
    guard let code = json["code"]?.string, let range = json["range"],
      let range = try? DocumentRange(range)
    else { return nil }
    self.code = code
    self.range = range
  }
}

/// A problem as an editor shows it (LSP 3.17 *Diagnostic*).
package struct Diagnostic: JSONEncodable {
  /// LSP 3.17 *DiagnosticRelatedInformation*.
  package typealias Related = (uri: String, range: DocumentRange, message: String)

  fileprivate let range: DocumentRange
  private let severity: DiagnosticSeverity
  fileprivate let code: String
  private let message: String
  private let related: [Related]
  /// Whether all line numbers are left open, to be filled in once the row's line is known.
  package var isLineOpen = false

  /// A diagnostic from its parts.
  package init(
    range: DocumentRange, severity: DiagnosticSeverity, code: String, message: String,
    related: [Related] = []
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.message = message
    self.related = related
  }

  /// Writes the diagnostic. Literals, as an edit sends hundreds of them.
  package func write(to writer: inout JSONWriter) {
    writer.separate()
    writer.literal("{\"range\":")
    write(range, to: &writer)
    writer.literal(",\"severity\":")
    writer.int(severity.rawValue)
    writer.literal(",\"code\":")
    writer.string(code)
    writer.literal(",\"source\":\"mdcatalog\",\"message\":")
    writer.string(message)
    if !related.isEmpty { writeRelated(to: &writer) }
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

  private func writeRelated(to writer: inout JSONWriter) {
    writer.array("relatedInformation", of: related) { writer, place in
      writer.object { writer in
        writer.object("location") { writer in
          writer.member("uri", place.uri)
          writer.key("range")
          write(place.range, to: &writer)
          writer.endValue()
        }
        writer.member("message", place.message)
      }
    }
  }
}
