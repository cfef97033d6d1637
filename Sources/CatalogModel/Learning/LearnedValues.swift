import TableSyntax

/// Reads cells of tables without a schema for the values that they may repeat.
enum LearnedValues {
  /// Values of a list, at most.
  private static let countMax = 12

  /// The values of a cell, in bytes of the line: the text between commas and semicolons; none where
  /// the cell holds a link, a number, or text that is too long to be a term.
  static func of(_ line: Span<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    var values: [Range<Int>] = []
    return forEach(line, value) { values.append($0) } ? values : []
  }

  /// Calls `body` with the values of a cell; returns false where it turns out that the cell has
  /// none, whatever `body` was called with.
  @inline(__always)
  static func forEach(
    _ line: Span<UInt8>, _ value: Range<Int>, _ body: (Range<Int>) -> Void
  ) -> Bool {
    if value.count > LearnedPlan.valueByteCountMax * countMax { return false }
    var count = 0
    var start = value.lowerBound
    for index in value.lowerBound...value.upperBound {
      if index < value.upperBound {
        switch line[index] {
        case UInt8(ascii: "]") where line.hasPrefix("](", at: index): return false
        case UInt8(ascii: ":") where line.hasPrefix("://", at: index): return false
        case UInt8(ascii: ","), UInt8(ascii: ";"): break
        default: continue
        }
      }
      let item = RowSplitter.trimmed(start..<index, in: line)
      start = index + 1
      if item.isEmpty { continue }
      if item.count > LearnedPlan.valueByteCountMax || count == countMax || !hasLetter(line, item) {
        return false
      }
      count += 1
      body(item)
    }
    return true
  }

  private static func hasLetter(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    value.contains { line[$0].isLetter || line[$0] >= 0x80 }
  }

  /// Whether a cell holds a link or a URL.
  static func hasLink(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    for index in value {
      switch line[index] {
      case UInt8(ascii: "]") where line.hasPrefix("](", at: index): return true
      case UInt8(ascii: ":") where line.hasPrefix("://", at: index): return true
      default: break
      }
    }
    return false
  }
}
