import TableSyntax

/// Lines that look like delimiter rows to people.
enum DelimiterLikeness {
  /// Dashes of a line that is meant as a delimiter row, at least.
  private static let dashCountMin = 3

  /// Whether a line has only dashes of any kind, or runs of dots or asterisks, the marks between
  /// them, and pipes or plus signs: `| — | — |`, `|===|===|`, `+---+---+`, `|...|...|`.
  ///
  /// - Complexity: O(1) for most lines
  static func isLike(_ line: Span<UInt8>, from start: Int) -> Bool {
    var dashCount = 0
    var hasSeparator = false
    var isWide = false
    var index = start
    while index < line.count {
      switch line[index] {
      case 0x20, 0x09, UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: "\\"):
        break
      case UInt8(ascii: "|"), UInt8(ascii: "+"): hasSeparator = true
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"):
        dashCount += 1
      case UInt8(ascii: "."), UInt8(ascii: "*"):
        let end = line.skip(while: { $0 == line[index] }, from: index)
        guard end - index >= dashCountMin else { return false }
        dashCount += end - index
        index = end - 1
      default:
        if let count = invisibleByteCount(line, at: index) {
          index += count
          continue
        }
        guard let isPipe = isWidePipe(line, at: index) else { return false }
        if isPipe { hasSeparator = true } else { dashCount += 1 }
        isWide = isWide || !isPipe
        index += 2
      }
      index += 1
    }
    if isWide { return dashCount > 1 }
    return hasSeparator && dashCount >= dashCountMin
  }

  /// Whether two rows are both written as delimiter rows, or neither is.
  static func areAlike(
    _ line: Span<UInt8>, _ row: Row, _ otherLine: Span<UInt8>, _ other: Row
  ) -> Bool {
    isDelimiterRow(line, row) == isDelimiterRow(otherLine, other)
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

  /// True for a full-width pipe at a place, false for a dash, a minus sign or a line of a box, nil
  /// for anything else; all have three bytes.
  private static func isWidePipe(_ line: Span<UInt8>, at index: Int) -> Bool? {
    guard index + 2 < line.count else { return nil }
    switch (line[index], line[index + 1], line[index + 2]) {
    case (0xEF, 0xBD, 0x9C): return true
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xE2, 0x94...0x95, _), (0xEF, 0xBC, 0x8D):
      return false
    default: return nil
    }
  }

  /// The bytes of a no-break or zero-width space at a place; nil for anything else.
  private static func invisibleByteCount(_ line: Span<UInt8>, at index: Int) -> Int? {
    guard line[index] == 0xC2 || line[index] == 0xE2 || line[index] == 0xEF else { return nil }
    let (scalar, count) = DisplayWidth.decode(line, at: index, end: line.count)
    return scalar == 0xA0 || scalar == 0x200B || scalar == 0x2060 || scalar == 0xFEFF ? count : nil
  }
}
