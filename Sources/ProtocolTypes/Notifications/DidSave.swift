package import JSONText

/// LSP 3.17 *textDocument/didSave*; the text is not asked for.
package enum DidSaveNotification: Notification {
  package static let method = "textDocument/didSave"
  package static let capability: String? = "textDocumentSync.save"
  package static let options = JSONValue.object([("includeText", .bool(false))])
}
