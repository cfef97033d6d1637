/// What the rows of a table without a schema repeat; a group.
struct LearnedTally: Sendable, Equatable {
  /// Empty where the table has a schema.
  private(set) var columns: [LearnedColumn]

  init(plan: TablePlan) {
    columns = Array(
      repeating: LearnedColumn(), count: plan.schema == nil ? plan.columns.count : 0)
  }

  /// Adds (`count` 1) or takes away (-1) a row's cells.
  mutating func add(_ count: Int, _ cells: [LearnedCell]) {
    for cell in cells where cell.column < columns.count { columns[cell.column].add(count, cell) }
  }

  /// Adds what other rows repeat.
  mutating func add(_ other: LearnedTally) {
    for column in columns.indices where column < other.columns.count {
      columns[column].add(other.columns[column])
    }
  }
}
