import LineStore
import TableSyntax

/// What the rows of a pool's tables repeat, and what they say of their schema: a sum, so that an
/// edit subtracts the old rows and adds the new ones.
struct LearnedTally: Sendable, Equatable {
  /// What the columns repeat that may hold values of the list's own.
  private(set) var columns: [LearnedColumn]
  /// The kinds of the cells.
  private(set) var cells: CellTally
  /// What the rows say of a schema's columns; empty without a schema.
  private(set) var evidence: [ColumnEvidence]
  /// Body rows.
  private(set) var rowCount = 0

  /// No rows of a table without columns.
  static let none = LearnedTally(TablePlan(headers: [], schemas: []))

  /// No rows of tables with a plan.
  init(_ plan: TablePlan) {
    columns = Array(repeating: LearnedColumn(), count: plan.columns.count)
    cells = CellTally(columnCount: plan.columns.count)
    evidence =
      plan.schema == nil ? [] : Array(repeating: ColumnEvidence(), count: plan.columns.count)
  }

  /// Adds a row, but for the cells of a schema's columns.
  mutating func add(_ row: LearnedRow, _ cells: RowCells) {
    rowCount += 1
    self.cells.add(1, cells)
    if row.cells.isEmpty { return }
    for column in columns.indices where column < row.cells.count && !row.cells[column].isEmpty {
      let cell = row.cells[column]
      columns[column].add(1, hasLink: cell.hasLink, row.values[cell.values])
    }
  }

  /// Adds a number of equal cells of a schema's column.
  mutating func add(_ count: Int, _ cell: CellEvidence) {
    evidence[cell.column].add(count, cell)
    if let repeated = cell.repeated {
      columns[cell.column].add(count, hasLink: repeated.hasLink, repeated.values[...])
    }
  }

  /// Adds (`count` 1) or subtracts (-1) what other rows repeat.
  mutating func add(_ count: Int, _ other: LearnedTally) {
    rowCount += count * other.rowCount
    cells.add(count, other.cells)
    for column in columns.indices where column < other.columns.count {
      columns[column].add(count, other.columns[column])
    }
    for column in evidence.indices where column < other.evidence.count {
      evidence[column].add(count, other.evidence[column])
    }
  }
}
