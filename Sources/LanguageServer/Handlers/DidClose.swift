import JSONText
import ProtocolTypes
import System

/// LSP 3.17 *textDocument/didClose*: its diagnostics go; a configuration file's are those of the
/// file again.
enum DidCloseHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    guard let uri = params["textDocument"]?["uri"]?.string else { return }
    let isText = session.configurations.texts.removeValue(forKey: uri) != nil
    let isDocument = session.documents.removeValue(forKey: uri) != nil
    guard isText || isDocument, !session.client.pullsDiagnostics else { return }
    session.publish(.empty, of: uri, version: nil)
    if isText, let path = FileURI.path(uri) {
      session.configurations.setNeedsDiagnostics(path, true)
    }
  }
}
