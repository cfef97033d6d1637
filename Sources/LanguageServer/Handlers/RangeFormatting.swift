import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/rangeFormatting*: widths from the whole table, edits only in the range.
enum RangeFormattingHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    let document = try session.document(params)
    guard let range = DocumentRange(params["range"]) else {
      throw .invalidParams("range is missing")
    }
    let place = session.converter.range(range, in: document.catalog.text)
    let isWholeLast = place.upperBound.byteColumn > 0 || place.isEmpty
    let end = place.upperBound.line + (isWholeLast ? 1 : 0)
    let edits = Formatting.edits(
      in: document.catalog, style: document.catalog.configuration.style,
      lines: place.lowerBound.line..<max(place.lowerBound.line + 1, end))
    return EditWriter.array(edits, document, session.converter)
  }
}
