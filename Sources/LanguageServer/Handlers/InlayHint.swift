import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/inlayHint*: the column's name before each cell, where the user asked.
enum InlayHintHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let range = try session.range(params, in: document)
    let lines = session.settings.showsColumnHints ? RangeFormattingHandler.lines(of: range) : 0..<0
    let converter = session.converter
    let catalog = document.catalog
    return Job(byteCount: catalog.text.byteCount) { writer, interruption throws(Interrupted) in
      writer.beginArray()
      for hint in try ColumnHints.hints(of: catalog, lines: lines, interruption) {
        let place = TextPosition(line: hint.line, byteColumn: hint.byteColumn)
        writer.beginObject()
        writer.key("position")
        converter.position(place, in: catalog.text).write(to: &writer)
        writer.key("label")
        writer.string(hint.text + ":")
        writer.key("paddingRight")
        writer.bool(true)
        writer.endObject()
      }
      writer.endArray()
    }
  }
}
