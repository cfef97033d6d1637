import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/documentLink*: the first links of the rows.
enum DocumentLinkHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let converter = session.converter
    let catalog = document.catalog
    return Job(byteCount: catalog.text.byteCount) { writer, interruption throws(Interrupted) in
      writer.beginArray()
      for link in try CatalogLinks.links(of: catalog, interruption) {
        writer.beginObject()
        writer.key("range")
        converter.range(link.line, link.byteColumns, in: catalog.text).write(to: &writer)
        writer.key("target")
        writer.string(link.target)
        writer.endObject()
      }
      writer.endArray()
    }
  }
}
