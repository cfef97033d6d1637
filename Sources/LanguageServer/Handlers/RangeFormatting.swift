import JSONText
import LineStore
import MessageStream

/// LSP 3.17 *textDocument/rangeFormatting*: widths from the whole table, edits only in the range.
enum RangeFormattingHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let range = try session.range(params, in: document)
    return FormattingHandler.job(document, session, lines: [lines(of: range)])
  }

  /// The lines that a range touches; a last line of which it holds nothing does not count.
  static func lines(of range: Range<TextPosition>) -> Range<Int> {
    let holdsLast = range.upperBound.byteColumn > 0 || range.isEmpty
    let end = range.upperBound.line + (holdsLast ? 1 : 0)
    return range.lowerBound.line..<max(range.lowerBound.line + 1, end)
  }
}
