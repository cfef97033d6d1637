import CatalogModel
import JSONText
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/foldingRange*: one per table, as many as the client takes.
enum FoldingRangeHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let tables = document.catalog.tables
    let countMax = session.client.foldingRangeCountMax
    // A table's extent is known: nothing of the text is looked at.
    return Job(byteCount: 0) { writer, interruption throws(Interrupted) in
      writer.beginArray()
      for table in tables.prefix(countMax) where table.lines.count > 1 {
        try interruption.check()
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
    }
  }
}
