import CatalogSchema
import LineStore
import TableSyntax

/// What a row gives the columns of its table: a reusable buffer.
struct LearnedRow: Sendable {
  /// A cell.
  struct Cell: Sendable {
    let isEmpty: Bool
    let hasLink: Bool
    /// In `values`; empty where the cell holds no terms.
    let values: Range<Int>
  }

  /// The cells by column; none of a row that gives nothing.
  private(set) var cells: ContiguousArray<Cell> = []
  /// The fingerprints of the cells' values.
  private(set) var values: ContiguousArray<UInt64> = []

  /// Forgets all and keeps the memory.
  mutating func removeAll() {
    if cells.isEmpty { return }
    cells.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// Reads a row; one with other than one cell per column gives nothing.
  mutating func read(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    removeAll()
    if row.cellCount != plan.columns.count { return }
    for (cell, column) in zip(row.cells, plan.columns) {
      let isPlaceholder = column.missingValues.contains(line, cell.value)
      add(line, isPlaceholder ? 0..<0 : cell.value, column.missingValues)
    }
  }

  private mutating func add(
    _ line: Span<UInt8>, _ value: Range<Int>, _ missingValues: MissingValues
  ) {
    let start = values.count
    let stop = LearnedValues.forEach(line, value) {
      if missingValues.contains(line, $0) { return }
      values.append(Fingerprint.ofBytes(line, $0, seed: 0))
    }
    if stop != nil { values.removeLast(values.count - start) }
    cells.append(
      Cell(
        isEmpty: value.isEmpty,
        hasLink: stop.map { LearnedValues.hasLink(line, $0..<value.upperBound) } ?? false,
        values: start..<values.count))
  }
}
