import LineStore
import TableSyntax

/// What a row gives the columns of its table: a reusable buffer.
struct LearnedRow: Sendable {
  /// A filled cell.
  struct Cell: Sendable {
    let column: Int
    let hasLink: Bool
    /// In `values`; empty where the cell holds no terms.
    let values: Range<Int>
  }

  private(set) var cells: ContiguousArray<Cell> = []
  /// The fingerprints of the cells' values.
  private(set) var values: ContiguousArray<UInt64> = []

  /// Whether there are no cells.
  var isEmpty: Bool { cells.isEmpty }

  /// Forgets all and keeps the memory.
  mutating func removeAll() {
    if cells.isEmpty { return }
    cells.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// Reads a row; one with other than `columnCount` cells gives nothing.
  mutating func read(_ line: Span<UInt8>, _ row: Row, columnCount: Int) {
    removeAll()
    if row.cellCount != columnCount { return }
    for column in row.cells.indices {
      let value = row.cells[column].value
      if !value.isEmpty { add(line, value, column) }
    }
  }

  private mutating func add(_ line: Span<UInt8>, _ value: Range<Int>, _ column: Int) {
    let start = values.count
    let isOfTerms = LearnedValues.forEach(line, value) {
      values.append(Fingerprint.ofBytes(line, $0, seed: 0))
    }
    if !isOfTerms { values.removeLast(values.count - start) }
    let isEmpty = values.count == start
    cells.append(
      Cell(
        column: column, hasLink: isEmpty && LearnedValues.hasLink(line, value),
        values: start..<values.count))
  }
}
