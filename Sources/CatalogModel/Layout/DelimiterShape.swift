import TableSyntax

/// What rows are compared with: the delimiter row.
struct DelimiterShape: Sendable, Equatable {
  let alignments: [ColumnAlignment]
  /// Display width of each cell's marker.
  let cellWidths: [Int]
  /// Display column where each cell starts.
  let pipeColumns: [Int]
  /// True where every marker is as short as can be.
  let isMinimal: Bool

  init(_ line: Span<UInt8>, from contentOffset: Int) {
    alignments = DelimiterRow.alignments(line, from: contentOffset)
    let cells = RowSplitter.cells(line, from: contentOffset)
    cellWidths = cells.map { line.withoutBlanks($0).count }
    pipeColumns = cells.map { DisplayWidth.of(line, 0..<$0.lowerBound) }
    isMinimal = cellWidths.allSatisfy { $0 <= 3 }
  }

  /// Whether a cell is padded to its column's width; one past the last column is compact.
  func isFollowed(by cell: CellBlanks, column: Int) -> Bool {
    guard column < cellWidths.count, column < alignments.count else { return cell.isCompact }
    return cell.isPadded(to: cellWidths[column], alignments[column])
  }
}
