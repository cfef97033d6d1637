import LineStore
import TableSyntax

/// What the rows of tables without a schema repeat: a sum, so that an edit subtracts the old rows
/// and adds the new ones.
struct LearnedTally: Sendable, Equatable {
  private(set) var columns: [LearnedColumn]
  /// The kinds of the cells.
  private(set) var cells: CellTally
  /// Body rows.
  private(set) var rowCount = 0

  /// No rows of tables with some columns.
  init(columnCount: Int) {
    columns = Array(repeating: LearnedColumn(), count: columnCount)
    cells = CellTally(columnCount: columnCount)
  }

  /// Adds (`count` 1) or subtracts (-1) a row.
  mutating func add(_ count: Int, _ row: LearnedRow, _ cells: RowCells) {
    rowCount += count
    self.cells.add(count, cells)
    for column in columns.indices where column < row.cells.count && !row.cells[column].isEmpty {
      columns[column].add(count, row, row.cells[column])
    }
  }

  /// Adds what other rows repeat.
  mutating func add(_ other: LearnedTally) {
    rowCount += other.rowCount
    cells.add(other.cells)
    for column in columns.indices where column < other.columns.count {
      columns[column].add(other.columns[column])
    }
  }
}
