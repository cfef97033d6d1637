import CatalogModel
import ProtocolTypes

/// LSP 3.17 *workspace/diagnostic*: the open documents, the configuration files, and empty reports
/// for documents of which the client still has diagnostics.
enum WorkspaceDiagnosticHandler: RequestHandler {
  typealias Message = WorkspaceDiagnosticRequest

  static func isOffered(in session: Session) -> Bool { session.client.pullsDiagnostics }

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let documents = session.snapshots()
    let configurations = session.configurationItems
    let byteCount = documents.reduce(0) { $0 + $1.byteCount }
    return .later(byteCount: byteCount) { interruption throws(Interrupted) in
      var previous = params.previousResultIDs
      var reports: [DiagnosticReport] = []
      func add(_ items: DiagnosticItems, _ uri: String, _ version: Int?) {
        let resultID = previous.removeValue(forKey: uri)
        reports.append(items.report(previousResultID: resultID, document: (uri, version)))
      }
      for document in documents {
        try interruption.check()
        add(DiagnosticItems(of: document), document.uri, document.document.version)
      }
      for (uri, items) in configurations { add(items, uri, nil) }
      for uri in previous.keys.sorted() { add(.none, uri, nil) }
      return .init(items: reports)
    }
  }
}
