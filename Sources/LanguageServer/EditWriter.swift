import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

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
