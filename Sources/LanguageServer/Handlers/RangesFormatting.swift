import CatalogModel
import JSONText
import MessageStream
import ProtocolTypes

/// LSP 3.18 *textDocument/rangesFormatting*: several ranges at once, each line once.
enum RangesFormattingHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    guard let ranges = params["ranges"]?.array else { throw .invalidParams("ranges is missing") }
    var lines: [Range<Int>] = []
    for range in ranges {
      guard let range = DocumentRange(range) else { throw .invalidParams("A range is none") }
      let place = session.converter.range(range, in: document.catalog.text)
      lines.append(RangeFormattingHandler.lines(of: place))
    }
    return FormattingHandler.job(document, session, lines: merged(lines))
  }

  /// The same lines in ranges that do not touch, in order.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }
}
