import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/documentSymbol*: tables with their rows.
enum DocumentSymbolHandler {
  /// LSP's `SymbolKind`: a table is an array, a row an object.
  private static let tableKind = 18
  private static let rowKind = 19

  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    let document = try session.document(params)
    let converter = session.converter
    let text = document.catalog.text
    var writer = JSONWriter()
    writer.beginArray()
    for table in Outline.tables(of: document.catalog) {
      if session.client.hasHierarchicalSymbols {
        writeTree(table, tableKind, text, converter, &writer)
      } else {
        writeFlat(table, tableKind, container: nil, document, converter, &writer)
        for row in table.rows {
          writeFlat(row, rowKind, container: table.name, document, converter, &writer)
        }
      }
    }
    writer.endArray()
    return writer.bytes
  }

  private static func writeTree(
    _ entry: Outline.Entry, _ kind: Int, _ text: LineText, _ converter: PositionConverter,
    _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("name")
    writer.string(entry.name)
    writer.key("detail")
    writer.string(entry.detail)
    writer.key("kind")
    writer.int(kind)
    writer.key("range")
    converter.range(entry.range, in: text).write(to: &writer)
    writer.key("selectionRange")
    converter.range(entry.nameRange, in: text).write(to: &writer)
    if !entry.rows.isEmpty {
      writer.key("children")
      writer.beginArray()
      for row in entry.rows { writeTree(row, rowKind, text, converter, &writer) }
      writer.endArray()
    }
    writer.endObject()
  }

  private static func writeFlat(
    _ entry: Outline.Entry, _ kind: Int, container: String?, _ document: Document,
    _ converter: PositionConverter, _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("name")
    writer.string(entry.name)
    writer.key("kind")
    writer.int(kind)
    writer.key("location")
    writer.beginObject()
    writer.key("uri")
    writer.string(document.uri)
    writer.key("range")
    converter.range(entry.range, in: document.catalog.text).write(to: &writer)
    writer.endObject()
    if let container {
      writer.key("containerName")
      writer.string(container)
    }
    writer.endObject()
  }
}
