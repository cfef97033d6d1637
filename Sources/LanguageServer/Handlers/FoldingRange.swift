import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/foldingRange*: one per table.
enum FoldingRangeHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    let document = try session.document(params)
    var writer = JSONWriter()
    writer.beginArray()
    for table in document.catalog.tables where table.lines.count > 1 {
      writer.beginObject()
      writer.key("startLine")
      writer.int(table.headerLine)
      writer.key("endLine")
      writer.int(table.endLine - 1)
      writer.key("kind")
      writer.string("region")
      writer.endObject()
    }
    writer.endArray()
    return writer.bytes
  }
}
