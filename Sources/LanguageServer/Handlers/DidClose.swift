import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import ProtocolTypes

/// LSP 3.17 *textDocument/didClose*: its diagnostics go.
enum DidCloseHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    guard let uri = params["textDocument"]?["uri"]?.string,
      session.documents.removeValue(forKey: uri) != nil, !session.client.pullsDiagnostics
    else { return }
    let content = JSONValue.object([("uri", .string(uri)), ("diagnostics", .array([]))])
    session.notify("textDocument/publishDiagnostics", JSONWriter.bytes(of: content))
  }
}
