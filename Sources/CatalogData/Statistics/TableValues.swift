package import CatalogModel
import TableSyntax

/// The rows of tables with the same headers: which cells are filled, and the values of vocabulary
/// columns.
///
/// Other labels, other case and clear typos count as their term. Without a schema the vocabularies
/// are learned from the rows.
package struct TableValues: Sendable {
  /// One row.
  package struct RowValues: Sendable {
    /// Whether the row fills the column, by table column.
    package var isFilled: [Bool]
    /// The numbers of the row's values, by vocabulary column.
    package var numbers: [[Int]]
    /// What is a number in the row, by table column.
    package var quantities: [Double?]
  }

  /// The vocabulary columns, in the table's order.
  package private(set) var columns: [ColumnValues]
  /// The meaning of the columns.
  package let plan: TablePlan
  /// Whether the plan was learned from the rows.
  package let isLearned: Bool
  private let tables: [CatalogTable]
  private let catalog: Catalog

  /// The values of tables with the same headers, at least one; no row is read yet.
  package init(of tables: [CatalogTable], in catalog: Catalog) {
    self.tables = tables
    self.catalog = catalog
    let learned = catalog.learnedPlan(of: tables[0])
    isLearned = learned != nil && tables[0].plan.schema == nil
    plan = learned?.plan ?? tables[0].plan
    columns = plan.columns.enumerated().compactMap { ColumnValues($1, column: $0) }
  }

  /// Calls `body` with each body row and the vocabulary columns read so far.
  ///
  /// - Complexity: O(bytes of the tables)
  package mutating func forEachRow(_ body: (RowValues, [ColumnValues]) -> Void) {
    for table in tables {
      catalog.forEachRow(of: table) { _, bytes, row in
        let values = read(row, bytes)
        body(values, columns)
      }
    }
  }

  /// Reads one row.
  private mutating func read(_ row: Row, _ bytes: Span<UInt8>) -> RowValues {
    var values = RowValues(
      isFilled: Array(repeating: false, count: plan.columns.count),
      numbers: Array(repeating: [], count: columns.count),
      quantities: Array(repeating: nil, count: plan.columns.count))
    for (cell, column) in zip(row.cells, row.columns(bytes, plan)) where !cell.value.isEmpty {
      guard let column, !plan.columns[column].isPlaceholder(bytes, cell.value) else { continue }
      values.isFilled[column] = true
      values.quantities[column] = NumberSummary.number(bytes, cell.value)
      if let place = columns.firstIndex(where: { $0.column == column }) {
        values.numbers[place] = columns[place].numbers(bytes, cell.value)
      }
    }
    return values
  }
}
