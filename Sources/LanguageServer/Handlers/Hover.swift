import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/hover*.
enum HoverHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    let document = try session.document(params)
    let place = try session.place(params, in: document)
    guard let hover = Hover.card(at: place, in: document.catalog) else { return Handler.null }
    let isMarkdown = session.client.hasMarkdownHovers
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("contents")
    writer.beginObject()
    writer.key("kind")
    writer.string(isMarkdown ? "markdown" : "plaintext")
    writer.key("value")
    writer.string(isMarkdown ? hover.markdown : hover.plainText)
    writer.endObject()
    writer.key("range")
    session.converter.range(hover.line, hover.byteColumns, in: document.catalog.text)
      .write(to: &writer)
    writer.endObject()
    return writer.bytes
  }
}
