public import LineStore

/// The place of a table in a text; its cells are read from the text on demand.
public struct Table: Sendable, Equatable {
  /// 0-based line of the header row; the delimiter row is the next, then the body rows.
  public var headerLine: Int
  /// Number of columns, as header and delimiter row agree.
  public var columnCount: Int
  /// Byte offset where the content starts in each line: header, delimiter row, body rows.
  public var contentOffsets: [Int]

  /// All lines of the table.
  public var lines: Range<Int> { headerLine..<headerLine + contentOffsets.count }
  /// The body rows' lines.
  public var bodyLines: Range<Int> { headerLine + 2..<headerLine + contentOffsets.count }
  /// The line of the delimiter row.
  public var delimiterLine: Int { headerLine + 1 }

  /// Byte offset where the content of one of its lines starts.
  public func contentOffset(ofLine line: Int) -> Int {
    lines.contains(line) ? contentOffsets[line - headerLine] : 0
  }

  /// The tables of a text, in order.
  ///
  /// - Complexity: O(bytes)
  public static func all(in text: LineText) -> [Table] {
    var tables: [Table] = []
    var state = BlockState()
    text.forEachLine(in: 0..<text.lineCount) { line, bytes, _ in
      switch BlockScanner.read(bytes, in: &state) {
      case .other, .verbatim, .comment, .mismatchedDelimiterRow: break
      case .delimiterRow(let offset, let header):
        state.countMissingCells()
        tables.append(
          Table(
            headerLine: line - 1, columnCount: header.cellCount,
            contentOffsets: [header.contentOffset, offset]))
      case .bodyRow(let offset):
        if !tables.isEmpty { tables[tables.count - 1].contentOffsets.append(offset) }
      }
      return true
    }
    return tables
  }
}
