import CatalogSchema
import TableSyntax

/// The columns that the cells of a short row belong to.
enum ColumnFit {
  /// Cells × columns beyond which no fit is computed.
  static let comparisonCountMax = 4096

  /// How the cells can be given to columns in their order.
  enum Way: Equatable {
    /// One way, by the columns that it leaves out.
    case clear(missing: [Int])
    /// No way, or several; with the columns that may be missing.
    case unclear(possible: [Int])
  }

  /// Fits a row that has fewer cells than columns.
  static func fit(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> Way {
    guard row.cellCount * plan.columns.count <= comparisonCountMax else {
      return .unclear(possible: columnsFromFirstMisfit(line, row, plan))
    }
    var matrix = FitMatrix(line, row, plan)
    let ways = FitWays(matrix)
    if let missing = ways.onlyWay { return .clear(missing: missing) }
    if ways.count > 0 { return .unclear(possible: ways.possibleColumns) }
    // An unknown value may be a misspelling of any term.
    matrix.acceptUnknownValues(line, row, plan)
    let guesses = FitWays(matrix)
    let possible =
      guesses.count > 0
      ? guesses.possibleColumns : columnsFromFirstMisfit(line, row, plan)
    return .unclear(possible: possible)
  }

  /// The columns from the first on that does not accept the cell at its position.
  private static func columnsFromFirstMisfit(
    _ line: Span<UInt8>, _ row: Row, _ plan: TablePlan
  ) -> [Int] {
    let first = row.cells.indices.first { index in
      index < plan.columns.count
        && !plan.columns[index].accepts(line, row.cells[index].value)
    }
    return Array((first ?? row.cellCount)..<plan.columns.count)
  }
}

/// Which columns accept which cells of a short row.
struct FitMatrix {
  let cellCount: Int
  let columnCount: Int
  let isEmpty: [Bool]
  private var accepted: [Bool]

  init(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    cellCount = row.cellCount
    columnCount = plan.columns.count
    isEmpty = row.cells.map { $0.value.isEmpty }
    accepted = Array(repeating: false, count: cellCount * columnCount)
    for cell in 0..<cellCount {
      for column in columns(ofCell: cell) {
        accepted[cell * columnCount + column] =
          plan.columns[column].accepts(line, row.cells[cell].value)
      }
    }
  }

  /// The columns that a cell can belong to if the cells keep their order.
  private func columns(ofCell cell: Int) -> Range<Int> {
    cell..<max(cell, cell + columnCount - cellCount) + 1
  }

  func accepts(_ cell: Int, _ column: Int) -> Bool {
    cell < cellCount && accepted[cell * columnCount + column]
  }

  /// Makes vocabulary columns accept the values that none of them knows.
  mutating func acceptUnknownValues(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    for cell in 0..<cellCount {
      let isKnown = plan.termColumns.contains {
        plan.columns[$0].accepts(line, row.cells[cell].value)
      }
      if isKnown { continue }
      for column in columns(ofCell: cell) where plan.columns[column].vocabulary != nil {
        accepted[cell * columnCount + column] = true
      }
    }
  }
}

/// The ways of giving a short row's cells to columns, counted from the row's end.
///
/// An empty cell inserted next to an empty one gives the same text, so only ways in which the row's
/// own empty cells come first count.
private struct FitWays {
  private let matrix: FitMatrix
  /// Ways from (cell, column, whether the column before was left empty); capped at 2.
  private var counts: [UInt8]

  init(_ matrix: FitMatrix) {
    self.matrix = matrix
    counts = Array(repeating: 0, count: (matrix.cellCount + 2) * (matrix.columnCount + 2) * 2)
    for column in (0...matrix.columnCount).reversed() {
      for cell in (0...matrix.cellCount).reversed() where cell <= column {
        for state in 0..<2 { counts[key(cell, column, state)] = compute(cell, column, state) }
      }
    }
  }

  private func key(_ cell: Int, _ column: Int, _ state: Int) -> Int {
    (cell * (matrix.columnCount + 2) + column) * 2 + state
  }

  private func mayTake(_ cell: Int, _ column: Int, _ state: Int) -> Bool {
    matrix.accepts(cell, column) && !(state == 1 && matrix.isEmpty[cell])
  }

  /// Whether some way continues after giving a cell to a column.
  private func canTake(_ cell: Int, _ column: Int, _ state: Int) -> Bool {
    mayTake(cell, column, state) && counts[key(cell + 1, column + 1, 0)] > 0
  }

  private func compute(_ cell: Int, _ column: Int, _ state: Int) -> UInt8 {
    if column == matrix.columnCount { return cell == matrix.cellCount ? 1 : 0 }
    let taken = mayTake(cell, column, state) ? counts[key(cell + 1, column + 1, 0)] : 0
    return min(2, taken + counts[key(cell, column + 1, 1)])
  }

  /// 0, 1, or 2 for more.
  var count: UInt8 { counts[key(0, 0, 0)] }

  /// The columns that the only way leaves out; nil for no way or several.
  var onlyWay: [Int]? {
    guard count == 1 else { return nil }
    var missing: [Int] = []
    var cell = 0
    var state = 0
    for column in 0..<matrix.columnCount {
      if canTake(cell, column, state) {
        cell += 1
        state = 0
      } else {
        missing.append(column)
        state = 1
      }
    }
    return missing
  }

  /// The columns that some way leaves out.
  var possibleColumns: [Int] {
    var isReachable = Array(repeating: false, count: counts.count)
    isReachable[key(0, 0, 0)] = true
    var possible: [Int] = []
    for column in 0..<matrix.columnCount {
      for cell in 0...min(column, matrix.cellCount) {
        for state in 0..<2 where isReachable[key(cell, column, state)] {
          if counts[key(cell, column + 1, 1)] > 0 {
            isReachable[key(cell, column + 1, 1)] = true
            if possible.last != column { possible.append(column) }
          }
          if canTake(cell, column, state) { isReachable[key(cell + 1, column + 1, 0)] = true }
        }
      }
    }
    return possible
  }
}
