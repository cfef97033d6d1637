import CatalogFeatures
import CatalogModel
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/inlayHint*: the column's name before each cell, if the user's settings
/// say so.
enum InlayHintHandler: RequestHandler {
  typealias Message = InlayHintRequest

  static func options(for session: Session) -> Bool? {
    session.settings.showsColumnHints ? true : nil
  }

  static func answer(
    _ params: RangeParams, _ session: inout Session
  ) throws(ResponseError) -> Answer<[InlayHintRequest.Hint]> {
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
