import TableSyntax

/// What rows are compared with: the delimiter row.
struct DelimiterShape: Sendable, Equatable {
  let alignments: [ColumnAlignment]
  /// Number of columns.
  let columnCount: Int
  /// Display width of each cell's marker.
  let cellWidths: [Int]
  /// Display column where the row starts.
  let indent: Int
  /// Display column of each pipe, in order.
  let pipeColumns: [Int]
  /// True where every marker is as short as can be.
  let isMinimal: Bool

  init(_ line: Span<UInt8>, from contentOffset: Int) {
    let cells = RowSplitter.cells(line, from: contentOffset)
    alignments = DelimiterRow.alignments(line, cells)
    columnCount = cells.count
    cellWidths = cells.map { DelimiterRow.marker(line, $0).count }
    indent = DisplayWidth.column(behind: 0..<contentOffset, of: line, from: 0)
    pipeColumns = Self.pipeColumns(line, cells, from: contentOffset, column: indent)
    isMinimal = cellWidths.allSatisfy { $0 <= 3 }
  }

  private static func pipeColumns(
    _ line: Span<UInt8>, _ cells: [Range<Int>], from contentOffset: Int, column: Int
  ) -> [Int] {
    var columns: [Int] = []
    var column = column
    if let first = cells.first, first.lowerBound > contentOffset {
      columns.append(column)
      column += 1
    }
    for cell in cells {
      column = DisplayWidth.column(behind: cell, of: line, from: column)
      if cell.upperBound < line.count { columns.append(column) }
      column += 1
    }
    return columns
  }

  /// Whether a cell is padded to its column's width; one past the last column is compact.
  func isFollowed(by cell: CellBlanks, column: Int) -> Bool {
    column < columnCount
      ? cell.isPadded(to: cellWidths[column], alignments[column]) : cell.isCompact
  }
}
