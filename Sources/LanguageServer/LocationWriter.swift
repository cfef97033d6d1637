import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import ProtocolTypes

/// Writes places of a document.
struct LocationWriter: Sendable {
  private let uri: String
  private let text: LineText
  private let converter: PositionConverter

  /// A writer for a document of a session.
  init(_ document: Document, _ session: Session) {
    uri = document.uri
    text = document.catalog.text
    converter = session.converter
  }

  /// LSP 3.17 *Location*.
  func write(_ place: DatasetPlaces.Place, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("uri")
    writer.string(uri)
    writer.key("range")
    converter.range(place.line, place.byteColumns, in: text).write(to: &writer)
    writer.endObject()
  }

  /// LSP 3.17 *DocumentHighlight*.
  func writeHighlight(_ place: DatasetPlaces.Place, kind: Int, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("range")
    converter.range(place.line, place.byteColumns, in: text).write(to: &writer)
    writer.key("kind")
    writer.int(kind)
    writer.endObject()
  }
}
