import TableSyntax

/// Lines that look like delimiter rows to people.
enum DelimiterLikeness {
  /// Dashes of a line that is meant as a delimiter row, at least.
  private static let dashCountMin = 3

  /// Whether a line has only dashes of any kind, the marks between them and pipes or plus signs:
  /// `| — | — |`, `|===|===|`, `+---+---+`.
  ///
  /// - Complexity: O(1) for most lines
  static func isLike(_ line: Span<UInt8>, from start: Int) -> Bool {
    var dashCount = 0
    var hasSeparator = false
    var isWide = false
    var index = start
    while index < line.count {
      switch line[index] {
      case 0x20, 0x09, UInt8(ascii: ":"), UInt8(ascii: ">"): break
      case UInt8(ascii: "|"), UInt8(ascii: "+"): hasSeparator = true
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"):
        dashCount += 1
      default:
        guard isWideDash(line, at: index) else { return false }
        dashCount += 1
        isWide = true
        index += 2
      }
      index += 1
    }
    if isWide { return dashCount > 1 }
    return hasSeparator && dashCount >= dashCountMin
  }

  /// Whether a body row is written as a delimiter row: two cells or more, each with a colon or
  /// three hyphens; fewer hyphens are placeholders.
  static func isDelimiterRow(_ line: Span<UInt8>, _ row: Row) -> Bool {
    guard row.cellCount > 1,
      DelimiterRow.cellCount(line, from: row.contentOffset) == row.cellCount
    else { return false }
    return row.cells.allSatisfy { cell in
      cell.value.count >= dashCountMin || line[cell.value.lowerBound] == UInt8(ascii: ":")
        || line[cell.value.upperBound - 1] == UInt8(ascii: ":")
    }
  }

  /// Whether a dash, a minus sign or a line of a box is at a place; all have three bytes.
  private static func isWideDash(_ line: Span<UInt8>, at index: Int) -> Bool {
    guard index + 2 < line.count else { return false }
    let bytes = (line[index], line[index + 1], line[index + 2])
    switch (bytes.0, bytes.1) {
    case (0xE2, 0x80): return (0x90...0x95).contains(bytes.2)
    case (0xE2, 0x88): return bytes.2 == 0x92
    case (0xE2, 0x94), (0xE2, 0x95): return true
    case (0xEF, 0xBC): return bytes.2 == 0x8D
    default: return false
    }
  }
}
