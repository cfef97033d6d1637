import TableSyntax

/// Reads cells of tables without a schema for the values that they may repeat.
enum LearnedValues {
  /// Values of a list, at most.
  private static let countMax = 12

  /// The values of a cell, in bytes of the line: what stands between commas and semicolons; none
  /// where the cell holds a link, a number, or text that is too long to be a term.
  static func of(_ line: Span<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    if value.count > LearnedPlan.valueByteCountMax * countMax { return [] }
    var values: [Range<Int>] = []
    var start = value.lowerBound
    for index in value {
      let byte = line[index]
      if byte == UInt8(ascii: "]"), line.hasPrefix("](", at: index) { return [] }
      if byte == UInt8(ascii: ":"), line.hasPrefix("://", at: index) { return [] }
      guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") else { continue }
      guard add(start..<index, line, to: &values) else { return [] }
      start = index + 1
    }
    return add(start..<value.upperBound, line, to: &values) ? values : []
  }

  private static func add(
    _ range: Range<Int>, _ line: Span<UInt8>, to values: inout [Range<Int>]
  ) -> Bool {
    let value = RowSplitter.trimmed(range, in: line)
    if value.isEmpty { return true }
    if value.count > LearnedPlan.valueByteCountMax || values.count == countMax
      || !hasLetter(line, value)
    {
      return false
    }
    values.append(value)
    return true
  }

  private static func hasLetter(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    value.contains { line[$0].isLetter || line[$0] >= 0x80 }
  }

  /// Whether a cell holds a link or an address.
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

  /// What a cell gives its column.
  static func cell(_ line: Span<UInt8>, _ value: Range<Int>, column: Int) -> LearnedCell {
    let values = of(line, value)
    return LearnedCell(
      column: column, hasLink: values.isEmpty && hasLink(line, value),
      values: values.map { Fingerprint.ofBytes(line, $0, seed: 0) })
  }
}
