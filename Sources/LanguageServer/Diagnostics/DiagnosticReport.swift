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
  ///
  /// - Complexity: O(bytes), eight at a time
  var resultID: String {
    var state: UInt64 = 0x2D35_8DCC_AA6C_78A5
    unsafe items.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        Self.mix(unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self), into: &state)
        index += 8
      }
      while index < bytes.count {
        Self.mix(UInt64(unsafe bytes[index]), into: &state)
        index += 1
      }
    }
    Self.mix(UInt64(items.count), into: &state)
    return String(state, radix: 16)
  }

  private static func mix(_ word: UInt64, into state: inout UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    state = product.high ^ product.low ^ word
  }

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
