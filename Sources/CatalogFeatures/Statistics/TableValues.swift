package import CatalogModel
import CatalogSchema
import LineStore
import TableSyntax

/// What the rows of a table say: which cells are filled, and the values of its vocabulary columns.
///
/// A value counts as what it means: another label, other case or a clear slip as its term. Where
/// the table has no schema, its vocabularies are those that its own rows repeat.
package struct TableValues: Sendable {
  /// A row's part.
  package struct RowValues: Sendable {
    /// For each column of the table whether the row has something in it.
    package var isFilled: [Bool]
    /// For each vocabulary column the numbers of its values.
    package var numbers: [[Int]]
  }

  /// The vocabulary columns, in the table's order.
  package private(set) var columns: [ColumnValues]
  /// What the columns mean.
  package let plan: TablePlan
  /// Whether the meaning was learned from the rows.
  package let isLearned: Bool
  private let table: CatalogTable
  private let catalog: Catalog

  /// A table's values, of which none is read yet.
  package init(of table: CatalogTable, in catalog: Catalog) {
    self.table = table
    self.catalog = catalog
    let learned = catalog.learnedPlan(of: table)
    isLearned = learned != nil
    plan = learned?.plan ?? table.plan
    columns = plan.columns.enumerated().compactMap { ColumnValues($1, column: $0) }
  }

  /// Calls `body` with each body row, and with the vocabulary columns as far as they are read.
  ///
  /// - Complexity: O(bytes of the table)
  package mutating func forEachRow(_ body: (RowValues, [ColumnValues]) -> Void) {
    for line in table.bodyLines {
      let row = catalog.withRow(line, in: table) { bytes, row in read(row, bytes) }
      body(row, columns)
    }
  }

  /// A row's part.
  private mutating func read(_ row: Row, _ bytes: Span<UInt8>) -> RowValues {
    var values = RowValues(
      isFilled: Array(repeating: false, count: plan.columns.count),
      numbers: Array(repeating: [], count: columns.count))
    var cells = [Range<Int>?](repeating: nil, count: plan.columns.count)
    for (cell, column) in row.columns(bytes, plan).enumerated() {
      guard let column, column < cells.count else { continue }
      cells[column] = row.cells[cell].value
      values.isFilled[column] = !row.cells[cell].value.isEmpty
    }
    for index in columns.indices {
      guard let value = cells[columns[index].column], !value.isEmpty else { continue }
      values.numbers[index] = columns[index].numbers(bytes, value)
    }
    return values
  }
}
