import CatalogModel
import JSONText
import LineStore
import ProtocolTypes

/// Writes edits of a document in its client's form.
struct EditWriter: Sendable {
  let document: Document
  let converter: PositionConverter
  /// Whether the client takes edits that name the document's version.
  let withVersions: Bool

  /// A writer for a document of a session.
  init(_ document: Document, _ session: Session) {
    self.document = document
    converter = session.converter
    withVersions = session.client.hasDocumentChanges
  }

  /// LSP 3.17 *TextEdit[]*.
  func write(
    _ edits: [TextEdit], to writer: inout JSONWriter, _ interruption: Interruption = .never
  ) throws(Interrupted) {
    writer.beginArray()
    for (index, edit) in edits.enumerated() {
      if index % 64 == 0 { try interruption.check() }
      converter.edit(edit, in: document.catalog.text).write(to: &writer)
    }
    writer.endArray()
  }

  /// LSP 3.17 *WorkspaceEdit* of one document.
  func writeWorkspaceEdit(
    _ edits: [TextEdit], to writer: inout JSONWriter, _ interruption: Interruption = .never
  ) throws(Interrupted) {
    writer.beginObject()
    if withVersions {
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
      try write(edits, to: &writer, interruption)
      writer.endObject()
      writer.endArray()
    } else {
      writer.key("changes")
      writer.beginObject()
      writer.key(document.uri)
      try write(edits, to: &writer, interruption)
      writer.endObject()
    }
    writer.endObject()
  }
}
