import ProtocolTypes

/// LSP 3.18 *textDocument/rangesFormatting*: several ranges at once, each line once.
enum RangesFormattingHandler: RequestHandler {
  typealias Message = RangesFormattingRequest

  static func isOffered(in session: Session) -> Bool { session.client.formatsRanges }

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let document = try session.snapshot(params.uri)
    return .formatting(document, lines: merged(params.ranges.map(document.lines)))
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
