import LineStore
import TableSyntax

/// What the rows of tables without a schema repeat: a sum, so that an edit subtracts the old rows
/// and adds the new ones.
struct LearnedTally: Sendable, Equatable {
  private(set) var columns: [LearnedColumn]
  /// Body rows.
  private(set) var rowCount = 0

  /// No rows of tables with some columns.
  init(columnCount: Int) {
    columns = Array(repeating: LearnedColumn(), count: columnCount)
  }

  /// Adds (`count` 1) or subtracts (-1) a row.
  mutating func add(_ count: Int, _ row: LearnedRow) {
    rowCount += count
    for column in columns.indices where column < row.cells.count && !row.cells[column].isEmpty {
      columns[column].add(count, row, row.cells[column])
    }
  }

  /// Adds what other rows repeat.
  mutating func add(_ other: LearnedTally) {
    rowCount += other.rowCount
    for column in columns.indices where column < other.columns.count {
      columns[column].add(other.columns[column])
    }
  }
}
