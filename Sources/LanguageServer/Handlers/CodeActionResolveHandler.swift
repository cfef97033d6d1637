import CatalogModel
import ProtocolTypes

/// LSP 3.17 *codeAction/resolve*: the edits of an action that concerns more than one row.
enum CodeActionResolveHandler: RequestHandler {
  typealias Message = CodeActionResolveRequest

  static func isOffered(in session: Session) -> Bool { session.client.resolvesCodeActions }

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    guard let data = params.data else { return .now(params.action) }
    let document = try session.snapshot(data.uri)
    return .later(byteCount: document.byteCount) { interruption throws(Interrupted) in
      let edits =
        document.document.isEditable
        ? try data.fix.edits(of: document.catalog, interruption) : []
      return params.resolved(by: try document.workspaceEdit(edits, interruption))
    }
  }
}
