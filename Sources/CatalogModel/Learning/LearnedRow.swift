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
  private(set) var values: [UInt64] = []

  /// Forgets all and keeps the memory.
  mutating func removeAll() {
    if cells.isEmpty { return }
    cells.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// Reads the cells of columns without a schema; a row with other than one cell per column gives
  /// nothing.
  mutating func read(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    removeAll()
    if row.cellCount != plan.columns.count { return }
    for (index, cell) in row.cells.enumerated() {
      let missingValues = plan.columns[index].missingValues
      let isRead = plan.isFree[index] && !missingValues.contains(line, cell.value)
      add(line, isRead ? cell.value : 0..<0, missingValues)
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

/// What one cell of a vocabulary column repeats, if the column is the list's own.
struct RepeatedValues: Sendable {
  /// The fingerprints of its values; empty where it holds no terms.
  private(set) var values: [UInt64] = []
  private(set) var hasLink = false

  /// Reads a cell; nil for one without a value.
  init?(_ line: Span<UInt8>, _ value: Range<Int>, _ missingValues: MissingValues) {
    if value.isEmpty || missingValues.contains(line, value) { return nil }
    let stop = LearnedValues.forEach(line, value) {
      if missingValues.contains(line, $0) { return }
      values.append(Fingerprint.ofBytes(line, $0, seed: 0))
    }
    if let stop {
      values = []
      hasLink = LearnedValues.hasLink(line, stop..<value.upperBound)
    }
  }
}
