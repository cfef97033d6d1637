import CatalogSchema
import TableSyntax

/// The surplus cells of a long row.
enum SurplusFit: Equatable {
  /// Those after the last column, as far as the values tell.
  case behindLast
  /// These: without them all values fit their columns. There is no other way, or none that loses
  /// nothing.
  case clear(cells: [Int])
  /// Several ways fit.
  case unclear

  /// Surplus cells beyond which those after the last column count as the surplus.
  private static let surplusCountMax = 8

  /// Fits a row that has more cells than columns.
  static func fit(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> SurplusFit {
    let columns = plan.columns
    // Removing empty cells loses nothing, whatever the others are.
    if row.cells[columns.count...].allSatisfy({ $0.value.isEmpty }) { return .behindLast }
    let isInPlace = columns.indices.allSatisfy {
      columns[$0].accepts(line, row.cells[$0].value)
    }
    guard !isInPlace, row.cellCount * columns.count <= ColumnFit.comparisonCountMax,
      row.cellCount - columns.count <= surplusCountMax
    else { return .behindLast }
    var ways = SurplusWays(line, row.cells.map { $0.value }, plan)
    if ways.wayCount == 0 { return fitAfterSwaps(line, row, plan) }
    if let cells = ways.onlyWay { return .clear(cells: cells) }
    ways.keepWhatWouldBeLost()
    return ways.onlyWay.map { .clear(cells: $0) } ?? .unclear
  }
}

extension SurplusFit {
  /// Fits a row in which some of the first cells are swapped as well.
  private static func fitAfterSwaps(
    _ line: Span<UInt8>, _ row: Row, _ plan: TablePlan
  ) -> SurplusFit {
    let cells = plan.columns.indices.map { index in
      var cell = CellView(line, row.cells[index], index: index, column: index, plan)
      cell.readItems(line, plan)
      return cell
    }
    let contents = SwappedValues(cells, plan, line).contents
    guard let last = contents.indices.last(where: { contents[$0] != $0 }) else {
      return .behindLast
    }
    var values = row.cells.map { $0.value }
    for (place, content) in contents.enumerated() { values[place] = row.cells[content].value }
    // The swapped cells must be in their columns without the surplus, too.
    guard let surplus = SurplusWays(line, values, plan).onlyWay, surplus.allSatisfy({ $0 > last })
    else { return .behindLast }
    return .clear(cells: surplus)
  }
}

/// The ways of leaving out cells of a long row so that the others fit, counted from the row's end;
/// ways that give the same text count once.
private struct SurplusWays {
  private let cellCount: Int
  private let columnCount: Int
  /// A number for each text; equal texts have equal numbers.
  private let texts: [Int]
  private let isEmpty: [Bool]
  /// Whether a cell may be left out.
  private var mayGo: [Bool]
  private var accepted: [Bool]
  /// Ways from (cell, column); capped at 2.
  private var counts: [UInt8]

  init(_ line: Span<UInt8>, _ values: [Range<Int>], _ plan: TablePlan) {
    cellCount = values.count
    columnCount = plan.columns.count
    var numbers: [[UInt8]: Int] = [:]
    texts = values.map { value in
      let text = CleanValue.text(line, value)
      let number = numbers[text] ?? numbers.count
      numbers[text] = number
      return number
    }
    isEmpty = values.map(\.isEmpty)
    mayGo = isEmpty.map { _ in true }
    accepted = []
    counts = Array(repeating: 0, count: (cellCount + 1) * (columnCount + 1))
    for cell in 0..<cellCount {
      accepted += plan.columns.indices.map { column in
        cell >= column && cell - column <= values.count - plan.columns.count
          && plan.columns[column].accepts(line, values[cell])
      }
    }
    count()
  }

  /// Allows only cells to be left out that are empty or repeat another.
  mutating func keepWhatWouldBeLost() {
    mayGo = texts.indices.map { cell in
      isEmpty[cell] || texts.indices.contains { $0 != cell && texts[$0] == texts[cell] }
    }
    count()
  }

  private mutating func count() {
    var mayEnd = true
    for cell in (0...cellCount).reversed() {
      counts[key(cell, columnCount)] = mayEnd ? 1 : 0
      if cell > 0, !mayGo[cell - 1] { mayEnd = false }
    }
    for column in (0..<columnCount).reversed() {
      for cell in 0..<cellCount { counts[key(cell, column)] = compute(cell, column) }
    }
  }

  private func key(_ cell: Int, _ column: Int) -> Int { cell * (columnCount + 1) + column }

  /// The cells that a column can accept: the first of each text.
  private func choices(_ cell: Int, _ column: Int) -> [Int] {
    var choices: [Int] = []
    let end = min(cellCount, column + cellCount - columnCount + 1)
    for next in cell..<max(cell, end) {
      let isNew = !choices.contains { texts[$0] == texts[next] }
      if accepted[next * columnCount + column], isNew { choices.append(next) }
      if !mayGo[next] { break }
    }
    return choices
  }

  private func compute(_ cell: Int, _ column: Int) -> UInt8 {
    choices(cell, column).reduce(0) { min(2, $0 + counts[key($1 + 1, column + 1)]) }
  }

  /// 0, 1, or 2 for more.
  var wayCount: UInt8 { counts[key(0, 0)] }

  /// The cells that the only way leaves out; nil for no way or several.
  var onlyWay: [Int]? {
    guard wayCount == 1 else { return nil }
    var left: [Int] = []
    var cell = 0
    for column in 0..<columnCount {
      let taken = choices(cell, column).first { counts[key($0 + 1, column + 1)] > 0 }
      guard let taken else { return nil }
      left += cell..<taken
      cell = taken + 1
    }
    return left + Array(cell..<cellCount)
  }
}
