import CatalogModel
import JSONText
import ProtocolTypes

/// The diagnostics of a document, written as a JSON array of `Diagnostic`.
struct DiagnosticItems: Sendable {
  /// The JSON.
  let json: [UInt8]

  /// No diagnostics.
  static let none = DiagnosticItems { _ in }

  /// The diagnostics that `write` writes.
  init(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    writer.beginArray()
    write(&writer)
    writer.endArray()
    json = writer.bytes
  }

  /// The report for a client that asks, identified by its content (LSP 3.17
  /// *DocumentDiagnosticReport*).
  func report(
    previousResultID: String?, document: (uri: String, version: Int?)? = nil,
    related: [(uri: String, report: DiagnosticReport)] = []
  ) -> DiagnosticReport {
    var hasher = WordHasher()
    unsafe json.withUnsafeBufferPointer { bytes in
      let bytes = unsafe Span(_unsafeElements: bytes)
      hasher.add(bytes, bytes.indices, isFolded: false)
    }
    return DiagnosticReport(
      items: json, resultID: String(hasher.finish(), radix: 16),
      previousResultID: previousResultID, document: document, related: related)
  }
}
