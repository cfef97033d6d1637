import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/codeAction*: the fixes of the problems in the range, whatever diagnostics
/// the client sends along, and all safe fixes at once.
enum CodeActionHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let range = try session.range(params, in: document)
    let only = params["context"]?["only"]?.array?.compactMap(\.string) ?? []
    let actions = CodeActionWriter(document, session)
    let hasLiterals = session.client.hasCodeActionLiterals
    let catalog = document.catalog
    let isAsked = !only.isEmpty && wants(WholeDocumentFix.fixAll.kind, only)
    let lines = range.lowerBound.line..<range.upperBound.line + 1
    let byteCount = isAsked ? catalog.text.byteCount : catalog.text.byteCount(ofLines: lines)
    return Job(byteCount: byteCount) { writer, interruption throws(Interrupted) in
      writer.beginArray()
      if hasLiterals {
        let problems = catalog.problems(ofLines: lines).filter {
          $0.range.lowerBound <= range.upperBound && range.lowerBound <= $0.range.upperBound
        }
        if wants("quickfix", only) {
          try actions.writeFixes(of: problems, &writer, interruption)
        }
        if isAsked {
          try actions.write(.fixAll, isAsked: true, &writer, interruption)
        } else if only.isEmpty, problems.contains(where: { $0.fix?.isSafe == true }) {
          try actions.write(.fixAll, isAsked: false, &writer, interruption)
        }
      }
      writer.endArray()
    }
  }

  /// A kind is asked for by itself or by what it is a kind of; without a wish, all are.
  private static func wants(_ kind: String, _ only: [String]) -> Bool {
    only.isEmpty || only.contains { $0 == kind || $0.isEmpty || kind.hasPrefix($0 + ".") }
  }
}
