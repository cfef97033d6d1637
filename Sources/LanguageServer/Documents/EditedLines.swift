/// The lines that the changes of one message touched, numbered as after the last of them.
struct EditedLines: Sendable {
  /// Ranges, at most; further changes are merged with the last.
  private static let rangeCountMax = 100

  private(set) var ranges: [Range<Int>] = []

  /// Adds a change.
  ///
  /// - Parameters:
  ///   - lines: the lines that it left
  ///   - lineShift: the number of lines by which all lines after them moved
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
