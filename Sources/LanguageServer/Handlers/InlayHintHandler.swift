import CatalogFeatures
import CatalogModel
import LineStore
import ProtocolTypes

/// LSP 3.17 *textDocument/inlayHint*: the column's name before each cell, if the user's settings
/// say so.
enum InlayHintHandler: RequestHandler {
  typealias Message = InlayHintRequest

  static func isOffered(in session: Session) -> Bool { session.settings.showsColumnHints }

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let document = try session.snapshot(params.uri)
    let lines = session.settings.showsColumnHints ? document.lines(of: params.range) : 0..<0
    return .items(byteCount: document.byteCount) { hints throws(Interrupted) in
      for hint in try ColumnHints.hints(of: document.catalog, lines: lines, hints.interruption) {
        let position = TextPosition(line: hint.line, byteColumn: hint.byteColumn)
        let label = hint.text.cut(toByteCount: ServerLimits.titleByteCountMax) + ":"
        try hints.append(.init(position: document.position(position), label: label))
      }
    }
  }
}
