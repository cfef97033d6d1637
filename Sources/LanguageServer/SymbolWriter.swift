import CatalogFeatures
import JSONText
import LineStore
import ProtocolTypes

/// Writes tables and rows as symbols.
struct SymbolWriter: Sendable {
  /// LSP's `SymbolKind`: a table is an array, a row an object.
  enum Kind: Int {
    case table = 18
    case row = 19
  }

  let uri: String
  let converter: PositionConverter

  /// LSP 3.17 *DocumentSymbol*; its object is left open for children.
  func beginTree(
    _ entry: Outline.Entry, _ kind: Kind, _ text: LineText, _ writer: inout JSONWriter
  ) {
    begin(entry, kind, &writer)
    writer.key("detail")
    writer.string(entry.detail)
    writer.key("range")
    converter.range(entry.range, in: text).write(to: &writer)
    writer.key("selectionRange")
    converter.range(entry.nameRange, in: text).write(to: &writer)
  }

  /// LSP 3.17 *SymbolInformation*.
  func writeFlat(
    _ entry: Outline.Entry, _ kind: Kind, container: String?, _ text: LineText,
    _ writer: inout JSONWriter
  ) {
    begin(entry, kind, &writer)
    writer.key("location")
    writer.beginObject()
    writer.key("uri")
    writer.string(uri)
    writer.key("range")
    converter.range(entry.range, in: text).write(to: &writer)
    writer.endObject()
    if let container {
      writer.key("containerName")
      writer.string(container)
    }
    writer.endObject()
  }

  /// What both forms begin with.
  private func begin(_ entry: Outline.Entry, _ kind: Kind, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("name")
    writer.string(entry.name)
    writer.key("kind")
    writer.int(kind.rawValue)
  }
}
