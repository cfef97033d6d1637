import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/hover*.
enum HoverHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let place = try session.place(params, in: document)
    let converter = session.converter
    let isMarkdown = session.client.hasMarkdownHovers
    let catalog = document.catalog
    return Job(byteCount: catalog.text.byteCount(ofLine: place.line)) {
      writer, interruption throws(Interrupted) in
      guard let hover = try Hover.card(at: place, in: catalog, interruption) else {
        return writer.null()
      }
      writer.beginObject()
      writer.key("contents")
      writer.beginObject()
      writer.key("kind")
      writer.string(isMarkdown ? "markdown" : "plaintext")
      writer.key("value")
      writer.string(isMarkdown ? hover.markdown : hover.plainText)
      writer.endObject()
      writer.key("range")
      converter.range(hover.line, hover.byteColumns, in: catalog.text).write(to: &writer)
      writer.endObject()
    }
  }
}
