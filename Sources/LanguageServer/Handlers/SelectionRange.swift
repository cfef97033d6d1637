import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/selectionRange*: an item, its cell, the row, the table.
enum SelectionRangeHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session, _ writer: inout JSONWriter
  ) throws(ResponseError) {
    let document = try session.document(params)
    guard let positions = params["positions"]?.array else {
      throw .invalidParams("positions is missing")
    }
    let text = document.catalog.text
    writer.beginArray()
    for position in positions {
      guard let position = Position(position) else { throw .invalidParams("A position is none") }
      let place = session.converter.place(position, in: text)
      let ranges = SelectionSteps.ranges(at: place, in: document.catalog)
      write(ranges.isEmpty ? [place..<place] : ranges[...], text, session.converter, &writer)
    }
    writer.endArray()
  }

  /// Each range holds the next as its parent.
  private static func write(
    _ ranges: ArraySlice<Range<TextPosition>>, _ text: LineText, _ converter: PositionConverter,
    _ writer: inout JSONWriter
  ) {
    guard let range = ranges.first else { return }
    writer.beginObject()
    writer.key("range")
    converter.range(range, in: text).write(to: &writer)
    if ranges.count > 1 {
      writer.key("parent")
      write(ranges.dropFirst(), text, converter, &writer)
    }
    writer.endObject()
  }
}
