/// LSP 3.17 *textDocument/didClose*.
package enum DidCloseNotification: Notification {
  package static let method = "textDocument/didClose"
  package static let capability: String? = "textDocumentSync.openClose"
  package typealias Params = DocumentParams
}
