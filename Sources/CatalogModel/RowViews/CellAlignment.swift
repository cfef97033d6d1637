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
    for cell in 0...cellCount {
      let isEnd = isShort ? cell == cellCount : mayGo[cell...].allSatisfy { $0 }
      for isAfterGap in [false, true] {
        let end = State(cell: cell, column: columnCount, isAfterGap: isAfterGap)
        counts[key(end)] = isEnd ? 1 : 0
      }
    }
    for column in (0..<columnCount).reversed() {
      for cell in 0...cellCount {
        for isAfterGap in [false, true] where isShort || !isAfterGap {
          let state = State(cell: cell, column: column, isAfterGap: isAfterGap)
          var sum: UInt8 = 0
          forEachStep(from: state) { sum = min(2, sum + counts[key($0)]) }
          counts[key(state)] = sum
        }
      }
    }
  }

  /// Number of ways: 0, 1, or 2 for more.
  var wayCount: UInt8 { counts[key(State(cell: 0, column: 0))] }

  /// The states of the only way, one after each column; nil for no way or several.
  private var onlyWay: [State]? {
    guard wayCount == 1 else { return nil }
    var way: [State] = []
    var state = State(cell: 0, column: 0)
    while state.column < columnCount {
      var next = state
      forEachStep(from: state) { if counts[key($0)] > 0 { next = $0 } }
      way.append(next)
      state = next
    }
    return way
  }

  /// The columns that the only way leaves out.
  var onlyMissingColumns: [Int]? {
    onlyWay.map { way in way.indices.filter { way[$0].isAfterGap } }
  }

  /// The cells that the only way leaves out.
  var onlySurplusCells: [Int]? {
    onlyWay.map { way in
      let taken = Set(way.map { $0.cell - 1 })
      return texts.indices.filter { !taken.contains($0) }
    }
  }

  /// The columns that some way leaves out.
  var possibleMissingColumns: [Int] {
    var states: [Int: State] = [key(State(cell: 0, column: 0)): State(cell: 0, column: 0)]
    var possible: [Int] = []
    for column in 0..<columnCount {
      var following: [Int: State] = [:]
      for state in states.values {
        forEachStep(from: state) { if counts[key($0)] > 0 { following[key($0)] = $0 } }
      }
      if following.values.contains(where: \.isAfterGap) { possible.append(column) }
      states = following
    }
    return possible
  }
}
