import CatalogModel
import LineStore
import ProtocolTypes

/// LSP 3.17 *textDocument/codeAction*: the fixes of the problems in the range, whatever diagnostics
/// the client sends, and all safe fixes at once.
enum CodeActionHandler: RequestHandler {
  typealias Message = CodeActionRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let document = try session.snapshot(params.place.uri)
    guard session.client.hasCodeActionLiterals else { return .now([]) }
    let range = document.range(params.place.range)
    let lines = range.lowerBound.line..<range.upperBound.line + 1
    let requestsAll = !params.only.isEmpty && params.wants(.fixAll)
    let text = document.catalog.text
    let byteCount = requestsAll ? text.byteCount : text.byteCount(ofLines: lines)
    return .later(byteCount: byteCount) { interruption throws(Interrupted) in
      let actions = CodeActions(document: document, interruption: interruption)
      let problems = document.catalog.problems(ofLines: lines).filter {
        $0.range.lowerBound <= range.upperBound && range.lowerBound <= $0.range.upperBound
      }
      let fixes = params.wants(.quickFix) ? try actions.quickFixes(of: problems) : []
      let offersAll = params.only.isEmpty && problems.contains { $0.fix?.isSafe == true }
      guard requestsAll || offersAll,
        let all = try actions.action(.fixAll, isRequested: requestsAll)
      else { return fixes }
      return fixes + [all]
    }
  }
}
