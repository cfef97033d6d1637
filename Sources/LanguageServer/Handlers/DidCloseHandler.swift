import ProtocolTypes
import System

/// LSP 3.17 *textDocument/didClose*: the document's diagnostics are removed; for a configuration
/// file, those of the file on disk are sent.
enum DidCloseHandler: NotificationHandler {
  typealias Message = DidCloseNotification

  static func take(_ params: Params, _ session: inout Session) {
    let uri = params.uri
    let isText = session.configurations.texts.removeValue(forKey: uri) != nil
    let isDocument = session.documents.removeValue(forKey: uri) != nil
    guard isText || isDocument, !session.client.pullsDiagnostics else { return }
    session.publish(.none, of: uri, version: nil)
    if isText, let path = FileURI.path(uri) {
      session.configurations.setNeedsDiagnostics(path, true)
    }
  }
}
