import CatalogModel
import MessageStream
import ProtocolTypes

/// LSP 3.17 *workspace/diagnostic*: the open documents, the configuration files, and empty reports
/// for documents of which the client still has diagnostics.
enum WorkspaceDiagnosticHandler: RequestHandler {
  typealias Message = WorkspaceDiagnosticRequest

  static func options(for session: Session) -> Bool? {
    session.client.pullsDiagnostics ? true : nil
  }

  static func answer(
    _ params: WorkspaceDiagnosticRequest.Params, _ session: inout Session
  ) throws(ResponseError) -> Answer<WorkspaceDiagnosticRequest.Result> {
    let documents = session.snapshots()
    let configurations = session.configurationItems
    let byteCount = documents.reduce(0) { $0 + $1.byteCount }
    return .later(byteCount: byteCount) { interruption throws(Interrupted) in
      var previous = params.previousResultIDs
      var reports: [DiagnosticReport] = []
      func add(_ items: DiagnosticItems, _ uri: String, _ version: Int?) {
        var report = items.report(previousResultID: previous.removeValue(forKey: uri))
        report.document = (uri, version)
        reports.append(report)
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
