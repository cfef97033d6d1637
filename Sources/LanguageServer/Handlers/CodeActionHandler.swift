import CatalogModel
import LineStore
import ProtocolTypes

/// LSP 3.17 *textDocument/codeAction*: the fixes of the diagnostics that the client names, else of
/// all problems of the lines, and all safe fixes at once.
enum CodeActionHandler: RequestHandler {
  typealias Message = CodeActionRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let document = try session.snapshot(params.place.uri)
    guard session.client.hasCodeActionLiterals else { return .now([]) }
    let range = document.range(params.place.range)
    let lines = document.lines(of: params.place.range)
    let requestsAll = !params.only.isEmpty && params.wants(.fixAll)
    let text = document.catalog.text
    let byteCount = requestsAll ? text.byteCount : text.byteCount(ofLines: lines)
    return .later(byteCount: byteCount) { interruption throws(Interrupted) in
      let actions = CodeActions(document: document, interruption: interruption)
      let problems = actions.problems(of: lines, at: range, named: Set(params.diagnostics))
      let fixes = params.wants(.quickFix) ? try actions.quickFixes(of: problems) : []
      let offersAll = params.only.isEmpty && problems.contains { $0.fix?.isSafe == true }
      guard requestsAll || offersAll,
        let all = try actions.action(.fixAll, isRequested: requestsAll)
      else { return fixes }
      return fixes + [all]
    }
  }
}
