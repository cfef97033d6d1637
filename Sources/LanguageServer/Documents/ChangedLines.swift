/// The lines that a message's changes touched, as they stand after the last of them.
struct ChangedLines: Sendable {
  /// Ranges kept apart, at most; further changes are put together with the last.
  private static let rangeCountMax = 100

  private(set) var ranges: [Range<Int>] = []

  /// Notes a change: lines that are new, and by how many lines what stands behind them moved.
  mutating func add(_ lines: Range<Int>, lineShift: Int) {
    let formerEnd = lines.upperBound - lineShift
    for index in ranges.indices where ranges[index].lowerBound >= formerEnd {
      ranges[index] = ranges[index].lowerBound + lineShift..<ranges[index].upperBound + lineShift
    }
    if ranges.count < Self.rangeCountMax {
      ranges.append(lines)
    } else if let last = ranges.popLast() {
      ranges.append(
        min(last.lowerBound, lines.lowerBound)..<max(last.upperBound, lines.upperBound))
    }
  }
}
