import ProtocolTypes

/// LSP 3.17 *textDocument/diagnostic*; a document that is not open has no problems.
enum DocumentDiagnosticHandler: RequestHandler {
  typealias Message = DocumentDiagnosticRequest

  static func isOffered(in session: Session) -> Bool { session.client.pullsDiagnostics }

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let previous = params.previousResultID
    guard let document = session.snapshotIfOpen(params.uri) else {
      return .now(session.configurationItems(ofURI: params.uri).report(previousResultID: previous))
    }
    let related = session.client.hasRelatedDiagnostics ? session.closedConfigurationItems : []
    return .now(
      DiagnosticItems(of: document).report(
        previousResultID: previous,
        related: related.map { ($0.uri, $0.items.report(previousResultID: nil)) }))
  }
}
