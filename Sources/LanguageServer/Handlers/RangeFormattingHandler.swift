import ProtocolTypes

/// LSP 3.17 *textDocument/rangeFormatting*: widths from the whole table, edits only in the range.
enum RangeFormattingHandler: RequestHandler {
  typealias Message = RangeFormattingRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let document = try session.snapshot(params.uri)
    return .formatting(document, lines: [document.lines(of: params.range)])
  }
}
