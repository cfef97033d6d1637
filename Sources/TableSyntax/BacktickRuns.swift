/// The runs of backticks of a cell, by which an opening run without a closing one is found without
/// reading the rest (GFM 0.29 §6.3).
struct BacktickRuns {
  /// For each length the last run of it.
  private var lastStarts: [Int: Int] = [:]

  init(_ line: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = Self.runEnd(line, from: index, end: range.upperBound)
      if end > index { lastStarts[end - index] = index }
      index = max(end, index + 1)
    }
  }

  /// One past the backticks at a place.
  static func runEnd(_ line: Span<UInt8>, from start: Int, end: Int) -> Int {
    min(end, line.skip(while: { $0 == UInt8(ascii: "`") }, from: start))
  }

  /// One past the run that closes another, nil where none does.
  ///
  /// - Complexity: O(code span)
  func closingRunEnd(_ line: Span<UInt8>, _ run: Range<Int>, end: Int) -> Int? {
    guard let last = lastStarts[run.count], last > run.lowerBound else { return nil }
    var index = run.upperBound
    while index < end {
      let runEnd = Self.runEnd(line, from: index, end: end)
      if runEnd - index == run.count { return runEnd }
      index = max(runEnd, index + 1)
    }
    return nil
  }
}
