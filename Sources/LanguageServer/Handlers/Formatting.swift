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

/// LSP 3.17 *textDocument/rangeFormatting*: widths from the whole table, edits only in the range.
enum RangeFormattingHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    let document = try session.document(params)
    guard let range = DocumentRange(params["range"]) else {
      throw .invalidParams("range is missing")
    }
    let place = session.converter.range(range, in: document.catalog.text)
    let isWholeLast = place.upperBound.byteColumn > 0 || place.isEmpty
    let end = place.upperBound.line + (isWholeLast ? 1 : 0)
    let edits = Formatting.edits(
      in: document.catalog, style: document.catalog.configuration.style,
      lines: place.lowerBound.line..<max(place.lowerBound.line + 1, end))
    return EditWriter.array(edits, document, session.converter)
  }
}

/// Writes edits in the client's form.
enum EditWriter {
  static func array(
    _ edits: [TextEdit], _ document: Document, _ converter: PositionConverter
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for edit in edits { converter.edit(edit, in: document.catalog.text).write(to: &writer) }
    writer.endArray()
    return writer.bytes
  }

  /// LSP 3.17 *WorkspaceEdit* of one document.
  static func workspaceEdit(
    _ edits: [TextEdit], _ document: Document, _ session: Session, _ writer: inout JSONWriter
  ) {
    let list = array(edits, document, session.converter)
    writer.beginObject()
    if session.client.hasDocumentChanges {
      writer.key("documentChanges")
      writer.beginArray()
      writer.beginObject()
      writer.key("textDocument")
      writer.beginObject()
      writer.key("uri")
      writer.string(document.uri)
      writer.key("version")
      if let version = document.version { writer.int(version) } else { writer.null() }
      writer.endObject()
      writer.key("edits")
      writer.raw(list)
      writer.endObject()
      writer.endArray()
    } else {
      writer.key("changes")
      writer.beginObject()
      writer.key(document.uri)
      writer.raw(list)
      writer.endObject()
    }
    writer.endObject()
  }
}

extension PositionConverter {
  /// The client's range of some bytes of a line.
  func range(_ line: Int, _ byteColumns: Range<Int>, in text: LineText) -> DocumentRange {
    let start = TextPosition(line: line, byteColumn: byteColumns.lowerBound)
    return range(start..<TextPosition(line: line, byteColumn: byteColumns.upperBound), in: text)
  }
}
