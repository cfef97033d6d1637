package import JSONText

/// Edits of one document (LSP 3.17 *WorkspaceEdit*).
package struct WorkspaceEdit: JSONEncodable {
  /// The document.
  package var uri: String
  /// The version of the document that the edits are for.
  package var version: Int?
  /// The edits.
  package var edits: [DocumentEdit]
  /// Whether the client takes `documentChanges`, which name the version, instead of `changes`.
  package var isVersioned: Bool

  /// A workspace edit from its parts.
  package init(uri: String, version: Int?, edits: [DocumentEdit], isVersioned: Bool) {
    self.uri = uri
    self.version = version
    self.edits = edits
    self.isVersioned = isVersioned
  }

  /// Writes the edit.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      if isVersioned {
        writer.member("documentChanges", [TextDocumentEdit(edit: self)])
      } else {
        writer.key("changes")
        writer.object { $0.member(uri, edits) }
      }
    }
  }

  /// LSP 3.17 *TextDocumentEdit*.
  private struct TextDocumentEdit: JSONEncodable {
    let edit: WorkspaceEdit

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.key("textDocument")
        writer.object {
          $0.member("uri", edit.uri)
          $0.member("version", edit.version)
        }
        writer.member("edits", edit.edits)
      }
    }
  }
}
