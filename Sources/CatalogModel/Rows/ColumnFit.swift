/// Which column each cell of a row belongs to when the row has too few or too many cells.
enum ColumnFit {
  /// Cells × columns beyond which no fit is looked for.
  static let comparisonCountMax = 4096

  /// The one way of giving a short row's cells to columns, as the columns that are missing.
  ///
  /// An empty cell put in next to an empty one gives the same text, so only ways in which the row's
  /// own empty cells come first are told apart.
  enum Way: Equatable {
    case clear(missing: [Int])
    /// No way, or several; with the columns that may be missing.
    case unclear(possible: [Int])
  }

  /// Fits a row that lacks cells.
  static func fit(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> Way {
    let cellCount = row.cellCount
    let columnCount = plan.columns.count
    guard cellCount * columnCount <= comparisonCountMax else { return .unclear(possible: []) }
    var counter = FitCounter(cellCount: cellCount, columnCount: columnCount)
    for cell in 0..<cellCount {
      counter.setEmpty(cell, row.values[cell].isEmpty)
      for column in cell...cell + columnCount - cellCount {
        if CellReader.accepts(line, row.values[cell], plan.columns[column]) {
          counter.setAccepts(cell, column)
        }
      }
    }
    return counter.way()
  }

  /// Whether leaving out some of a long row's cells would make all others fit.
  static func fitsWithoutSome(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> Bool {
    let columnCount = plan.columns.count
    guard row.cellCount * columnCount <= comparisonCountMax else { return false }
    var reachable = Set([0])
    for value in row.values {
      for column in reachable.sorted(by: >) where column < columnCount {
        if CellReader.accepts(line, value, plan.columns[column]) { reachable.insert(column + 1) }
      }
    }
    return reachable.contains(columnCount)
  }
}

/// Counts the ways of a fit, from the row's end.
private struct FitCounter {
  private let cellCount: Int
  private let columnCount: Int
  private var isEmpty: [Bool]
  /// By cell and column.
  private var accepts: [Bool]
  /// Ways from (cell, column, whether the column before was left empty); capped at 2.
  private var counts: [UInt8]

  init(cellCount: Int, columnCount: Int) {
    self.cellCount = cellCount
    self.columnCount = columnCount
    isEmpty = Array(repeating: false, count: cellCount)
    accepts = Array(repeating: false, count: cellCount * columnCount)
    counts = Array(repeating: 0, count: (cellCount + 2) * (columnCount + 2) * 2)
  }

  mutating func setEmpty(_ cell: Int, _ isEmpty: Bool) { self.isEmpty[cell] = isEmpty }
  mutating func setAccepts(_ cell: Int, _ column: Int) {
    accepts[cell * columnCount + column] = true
  }

  private func key(_ cell: Int, _ column: Int, _ state: Int) -> Int {
    (cell * (columnCount + 2) + column) * 2 + state
  }

  private func count(_ cell: Int, _ column: Int, _ state: Int) -> UInt8 {
    counts[key(cell, column, state)]
  }

  private func mayTake(_ cell: Int, _ column: Int, _ state: Int) -> Bool {
    cell < cellCount && accepts[cell * columnCount + column] && !(state == 1 && isEmpty[cell])
  }

  private mutating func countAll() {
    for state in 0..<2 { counts[key(cellCount, columnCount, state)] = 1 }
    for column in (0..<columnCount).reversed() {
      for cell in 0...min(column, cellCount) {
        for state in 0..<2 {
          let taken = mayTake(cell, column, state) ? count(cell + 1, column + 1, 0) : 0
          counts[key(cell, column, state)] = min(2, taken + count(cell, column + 1, 1))
        }
      }
    }
  }

  mutating func way() -> ColumnFit.Way {
    countAll()
    let total = count(0, 0, 0)
    guard total == 1 else { return .unclear(possible: total == 0 ? [] : possibleColumns()) }
    var missing: [Int] = []
    var cell = 0
    var state = 0
    for column in 0..<columnCount {
      if mayTake(cell, column, state), count(cell + 1, column + 1, 0) > 0 {
        cell += 1
        state = 0
      } else {
        missing.append(column)
        state = 1
      }
    }
    return .clear(missing: missing)
  }

  /// The columns that some way leaves out.
  private func possibleColumns() -> [Int] {
    var isReachable = Array(repeating: false, count: counts.count)
    isReachable[key(0, 0, 0)] = true
    var possible: [Int] = []
    for column in 0..<columnCount {
      for cell in 0...min(column, cellCount) {
        for state in 0..<2 where isReachable[key(cell, column, state)] {
          if count(cell, column + 1, 1) > 0 {
            isReachable[key(cell, column + 1, 1)] = true
            if possible.last != column { possible.append(column) }
          }
          if mayTake(cell, column, state), count(cell + 1, column + 1, 0) > 0 {
            isReachable[key(cell + 1, column + 1, 0)] = true
          }
        }
      }
    }
    return possible
  }
}
