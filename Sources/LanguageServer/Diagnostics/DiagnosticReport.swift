import CatalogSchema
import JSONText
import LineStore

/// The diagnostics of a document as they are sent.
struct DiagnosticReport: Sendable {
  /// A JSON array.
  let items: [UInt8]

  /// No diagnostics.
  static let empty = DiagnosticReport(items: Array("[]".utf8))

  /// Names the items by what they are: equal names, equal items, whatever process said so of
  /// whatever document (LSP 3.17 *DocumentDiagnosticReport*, `resultId`).
  var resultID: String { String(ContentHash.of(items), radix: 16) }

  /// Writes the report for a client that asked, which may have the items already.
  ///
  /// LSP 3.17 *DocumentDiagnosticReport*.
  func write(
    to writer: inout JSONWriter, previousResultID: String?,
    alongside writeMore: (inout JSONWriter) -> Void = { _ in }
  ) {
    let resultID = resultID
    let isKnown = resultID == previousResultID
    writer.beginObject()
    writer.key("kind")
    writer.string(isKnown ? "unchanged" : "full")
    writer.key("resultId")
    writer.string(resultID)
    writeMore(&writer)
    if !isKnown {
      writer.key("items")
      writer.raw(items)
    }
    writer.endObject()
  }
}
