import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/diagnostic*; a document that is not open has no problems.
enum DocumentDiagnosticHandler: RequestHandler {
  typealias Message = DocumentDiagnosticRequest

  static func options(for session: Session) -> DocumentDiagnosticRequest.Options? {
    session.client.pullsDiagnostics ? .init() : nil
  }

  static func answer(
    _ params: DocumentDiagnosticRequest.Params, _ session: inout Session
  ) throws(ResponseError) -> Answer<DiagnosticReport> {
    let previous = params.previousResultID
    guard let document = session.snapshotIfOpen(params.uri) else {
      return .now(session.configurationItems(ofURI: params.uri).report(previousResultID: previous))
    }
    var report = DiagnosticItems(of: document).report(previousResultID: previous)
    if session.client.hasRelatedDiagnostics {
      report.related = session.closedConfigurationItems.map {
        ($0.uri, $0.items.report(previousResultID: nil))
      }
    }
    return .now(report)
  }
}
