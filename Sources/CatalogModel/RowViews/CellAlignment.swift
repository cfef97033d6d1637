/// The ways of giving a row's cells to columns in their order, so that each column accepts its
/// cell.
///
/// A short row leaves columns out, a long one cells. Ways that give the same row count once: of an
/// inserted empty cell next to an empty one the row's own comes first, and of equal cells the first
/// is taken.
struct CellAlignment {
  /// A state: the next cell and column, and whether the column before was left out.
  private struct State {
    var cell: Int
    var column: Int
    var isAfterGap = false
  }

  private let columnCount: Int
  /// A number for each cell's text; equal texts have equal numbers, the empty text has 0.
  private let texts: [Int]
  private var accepted: [Bool]
  /// Whether a cell may be left out.
  private var mayGo: [Bool]
  /// Ways from each state to the row's end, capped at 2.
  private var counts: [UInt8] = []

  private var cellCount: Int { texts.count }
  private var isShort: Bool { cellCount < columnCount }

  /// The alignment of cells, by the numbers of their texts.
  init(texts: [Int], columnCount: Int, accepts: (_ cell: Int, _ column: Int) -> Bool) {
    self.texts = texts
    self.columnCount = columnCount
    mayGo = texts.map { _ in true }
    accepted = Array(repeating: false, count: texts.count * columnCount)
    let slack = abs(columnCount - texts.count)
    for cell in texts.indices {
      for column in 0..<columnCount {
        let distance = isShort ? column - cell : cell - column
        accepted[cell * columnCount + column] =
          (0...slack).contains(distance) && accepts(cell, column)
      }
    }
    count()
  }

  /// Makes columns accept cells of a short row, if the other cells leave room for them there.
  mutating func accept(_ cells: [Int], in columns: [Int]) {
    for cell in cells {
      for column in columns where (0...columnCount - cellCount).contains(column - cell) {
        accepted[cell * columnCount + column] = true
      }
    }
    count()
  }

  /// Allows only cells to be left out that are empty or repeat another.
  mutating func keepUniqueCells() {
    mayGo = texts.indices.map { cell in
      texts[cell] == 0 || texts.indices.contains { $0 != cell && texts[$0] == texts[cell] }
    }
    count()
  }

  // MARK: Ways

  private func key(_ state: State) -> Int {
    (state.cell * (columnCount + 1) + state.column) * 2 + (state.isAfterGap ? 1 : 0)
  }

  /// Calls `body` with each state that follows.
  private func forEachStep(from state: State, _ body: (State) -> Void) {
    let (cell, column) = (state.cell, state.column)
    if isShort {
      if cell < cellCount, accepted[cell * columnCount + column],
        !(state.isAfterGap && texts[cell] == 0)
      {
        body(State(cell: cell + 1, column: column + 1))
      }
      return body(State(cell: cell, column: column + 1, isAfterGap: true))
    }
    for next in cell..<max(cell, min(cellCount, column + cellCount - columnCount + 1)) {
      let isNew = !(cell..<next).contains {
        texts[$0] == texts[next] && accepted[$0 * columnCount + column]
      }
      if isNew, accepted[next * columnCount + column] {
        body(State(cell: next + 1, column: column + 1))
      }
      if !mayGo[next] { break }
    }
  }

  private mutating func count() {
    counts = Array(repeating: 0, count: (cellCount + 1) * (columnCount + 1) * 2)
    for state in states(ofColumn: columnCount) {
      let isEnd = isShort ? state.cell == cellCount : mayGo[state.cell...].allSatisfy { $0 }
      counts[key(state)] = isEnd ? 1 : 0
    }
    for column in (0..<columnCount).reversed() {
      for state in states(ofColumn: column) {
        var sum: UInt8 = 0
        forEachStep(from: state) { sum = min(2, sum + counts[key($0)]) }
        counts[key(state)] = sum
      }
    }
  }

  /// The states from which some way may lead to the row's end.
  private func states(ofColumn column: Int) -> [State] {
    let surplus = cellCount - columnCount
    let cells = max(0, column + min(0, surplus))...min(cellCount, column + max(0, surplus))
    let states = cells.map { State(cell: $0, column: column) }
    return isShort
      ? states + cells.map { State(cell: $0, column: column, isAfterGap: true) } : states
  }

  /// Number of ways: 0, 1, or 2 for more.
  var wayCount: UInt8 { counts[key(State(cell: 0, column: 0))] }

  /// The columns that the only way leaves out; nil for no way or several.
  var onlyMissingColumns: [Int]? { wayCount == 1 ? possibleMissingColumns : nil }

  /// The cells that the only way leaves out; nil for no way or several.
  var onlySurplusCells: [Int]? {
    guard wayCount == 1 else { return nil }
    var surplus = Set(texts.indices)
    var state = State(cell: 0, column: 0)
    while state.column < columnCount {
      var next = state
      forEachStep(from: state) { if counts[key($0)] > 0 { next = $0 } }
      surplus.remove(next.cell - 1)
      state = next
    }
    return surplus.sorted()
  }

  /// The columns that some way leaves out.
  var possibleMissingColumns: [Int] {
    var isReached = Array(repeating: false, count: counts.count)
    isReached[key(State(cell: 0, column: 0))] = true
    return (0..<columnCount).filter { column in
      var isLeftOut = false
      for state in states(ofColumn: column) where isReached[key(state)] {
        forEachStep(from: state) { next in
          if counts[key(next)] == 0 { return }
          isReached[key(next)] = true
          if next.isAfterGap { isLeftOut = true }
        }
      }
      return isLeftOut
    }
  }
}
