/// The alignment of a column, by the colons of its delimiter cell.
public enum ColumnAlignment: Sendable, Equatable {
  case none, left, right, center
}

/// The row of dashes under the header (GFM 0.29 §4.10).
public enum DelimiterRow {
  /// Number of cells of a delimiter row, nil where the line is no such row or has too many cells.
  public static func cellCount(_ line: Span<UInt8>, from contentOffset: Int) -> Int? {
    var index = contentOffset
    if line.hasPipe(at: index) { index += 1 }
    var count = 0
    while true {
      guard let end = markerEnd(line, from: index) else { return nil }
      count += 1
      index = end
      guard line.hasPipe(at: index) else { break }
      index = line.skip(while: \.isCellBlank, from: index + 1)
      if index == line.count { break }
    }
    return index == line.count && count <= CmarkLimits.cellCountMax ? count : nil
  }

  /// The alignment of each column of a delimiter row, whose cells are given.
  public static func alignments(
    _ line: Span<UInt8>, _ cells: [Range<Int>]
  ) -> [ColumnAlignment] {
    cells.map { cell in
      let marker = RowSplitter.trimmed(cell, in: line)
      if marker.isEmpty { return .none }
      let isLeft = line[marker.lowerBound] == UInt8(ascii: ":")
      let isRight = line[marker.upperBound - 1] == UInt8(ascii: ":")
      if isLeft && isRight { return .center }
      return isLeft ? .left : isRight ? .right : .none
    }
  }

  /// The dashes and colons of a cell.
  public static func marker(_ line: Span<UInt8>, _ cell: Range<Int>) -> Range<Int> {
    var start = cell.lowerBound
    var end = cell.upperBound
    while start < end, line[start].isCellBlank { start += 1 }
    while end > start, line[end - 1].isCellBlank { end -= 1 }
    return start..<end
  }

  /// One past `:?-+:?` with white space around it.
  private static func markerEnd(_ line: Span<UInt8>, from start: Int) -> Int? {
    var index = line.skip(while: \.isCellBlank, from: start)
    if line.hasPrefix(":", at: index) { index += 1 }
    let dashes = line.skip(while: { $0 == UInt8(ascii: "-") }, from: index)
    if dashes == index { return nil }
    index = line.hasPrefix(":", at: dashes) ? dashes + 1 : dashes
    return line.skip(while: \.isCellBlank, from: index)
  }
}
