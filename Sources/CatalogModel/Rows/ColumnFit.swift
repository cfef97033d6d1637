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
    var accepts: [[Bool]] = []
    for cell in 0..<cellCount {
      accepts.append(
        plan.columns.indices.map { column in
          column >= cell && column - cell <= columnCount - cellCount
            && CellReader.accepts(line, row.values[cell], plan.columns[column])
        })
    }
    let isEmpty = row.values.map(\.isEmpty)
    return FitCounter(accepts: accepts, isEmpty: isEmpty, columnCount: columnCount).way()
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
  let accepts: [[Bool]]
  let isEmpty: [Bool]
  let columnCount: Int
  /// Ways from (cell, column, whether the column before was left empty); capped at 2.
  private var counts: [Int: Int] = [:]

  init(accepts: [[Bool]], isEmpty: [Bool], columnCount: Int) {
    self.accepts = accepts
    self.isEmpty = isEmpty
    self.columnCount = columnCount
    for column in (0...columnCount).reversed() {
      for cell in (0...accepts.count).reversed() where cell <= column {
        for state in 0..<2 { counts[key(cell, column, state)] = compute(cell, column, state) }
      }
    }
  }

  private func key(_ cell: Int, _ column: Int, _ state: Int) -> Int {
    (cell * (columnCount + 1) + column) * 2 + state
  }

  private func count(_ cell: Int, _ column: Int, _ state: Int) -> Int {
    counts[key(cell, column, state)] ?? 0
  }

  private func mayTake(_ cell: Int, _ column: Int, _ state: Int) -> Bool {
    cell < accepts.count && accepts[cell][column] && !(state == 1 && isEmpty[cell])
  }

  private func compute(_ cell: Int, _ column: Int, _ state: Int) -> Int {
    if column == columnCount { return cell == accepts.count ? 1 : 0 }
    let taken = mayTake(cell, column, state) ? count(cell + 1, column + 1, 0) : 0
    return min(2, taken + count(cell, column + 1, 1))
  }

  func way() -> ColumnFit.Way {
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
    var reachable: Set<Int> = [key(0, 0, 0)]
    var possible: [Int] = []
    for column in 0..<columnCount {
      for cell in 0...min(column, accepts.count) {
        for state in 0..<2 where reachable.contains(key(cell, column, state)) {
          if count(cell, column + 1, 1) > 0 {
            reachable.insert(key(cell, column + 1, 1))
            if possible.last != column { possible.append(column) }
          }
          if mayTake(cell, column, state), count(cell + 1, column + 1, 0) > 0 {
            reachable.insert(key(cell + 1, column + 1, 0))
          }
        }
      }
    }
    return possible
  }
}
