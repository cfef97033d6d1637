import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/rangeFormatting*: widths from the whole table, edits only in the range.
enum RangeFormattingHandler: RequestHandler {
  typealias Message = RangeFormattingRequest

  static func answer(
    _ params: RangeParams, _ session: inout Session
  ) throws(ResponseError) -> Answer<[DocumentEdit]> {
    let document = try session.snapshot(params.uri)
    return .formatting(document, lines: [document.lines(of: params.range)])
  }
}
