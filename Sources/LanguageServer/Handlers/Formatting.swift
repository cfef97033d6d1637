import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/formatting*; the client's options have no say in tables.
enum FormattingHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    let document = try session.document(params)
    let style = document.catalog.configuration.style
    return EditWriter.array(
      Formatting.edits(in: document.catalog, style: style), document, session.converter)
  }
}
