import CatalogSchema
import TableSyntax

/// Which column each cell of a row belongs to.
enum CellPlacement: Equatable {
  /// As many cells as columns.
  case exact
  /// Fewer cells than columns.
  case short(ColumnFit.Way)
  /// More cells than columns.
  case long(SurplusFit)
  /// More cells than columns, since code, a formula, a wikilink or a URL has pipes that split
  /// cells; with the cells that go on with the text of the cell before.
  case split(cells: [Int])

  /// Places the cells of a row.
  init(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    if row.cellCount == plan.columns.count {
      self = .exact
    } else if row.cellCount > plan.columns.count {
      let enclosed = EnclosedPipes(line, row, columnCount: plan.columns.count)
      self =
        enclosed.cells.count == row.cellCount - plan.columns.count
        ? .split(cells: enclosed.cells) : .long(SurplusFit.fit(line, row, plan))
    } else {
      self = .short(ColumnFit.fit(line, row, plan))
    }
  }

  /// The column of each cell, nil for a cell whose column is unclear.
  func columns(cellCount: Int, _ plan: TablePlan) -> [Int?] {
    var columns = [Int?](repeating: nil, count: cellCount)
    switch self {
    case .exact, .short(.atStart), .long(.behindLast):
      for cell in 0..<min(cellCount, plan.columns.count) { columns[cell] = cell }
    case .short(.clear(let missing)):
      let missing = Set(missing)
      for (cell, column) in zip(
        0..<cellCount, plan.columns.indices.filter { !missing.contains($0) })
      {
        columns[cell] = column
      }
    case .long(.clear(let surplus)):
      let surplus = Set(surplus)
      for (cell, column) in zip(
        (0..<cellCount).filter { !surplus.contains($0) }, plan.columns.indices)
      {
        columns[cell] = column
      }
    case .short(.unclear), .long(.unclear):
      if plan.keyColumn == 0, cellCount > 0 { columns[0] = 0 }
    case .split(let pieces):
      let pieces = Set(pieces)
      var column = 0
      for cell in 0..<cellCount {
        if pieces.contains(cell) { continue }
        if !pieces.contains(cell + 1), column < plan.columns.count { columns[cell] = column }
        column += 1
      }
    }
    return columns
  }

  /// The column in which readers see each cell: its own, or where that is unclear the one at its
  /// position.
  func shownColumns(cellCount: Int, _ plan: TablePlan) -> [Int?] {
    if isClear { return columns(cellCount: cellCount, plan) }
    return (0..<cellCount).map { $0 < plan.columns.count ? $0 : nil }
  }

  /// Whether the columns of all cells but surplus ones are known.
  var isClear: Bool {
    switch self {
    case .exact, .short(.atStart), .short(.clear), .long(.clear), .long(.behindLast), .split: true
    case .short(.unclear), .long(.unclear): false
    }
  }
}

extension Row {
  /// The column in which readers see each cell of a row, nil for a surplus cell.
  package func columns(_ line: Span<UInt8>, _ plan: TablePlan) -> [Int?] {
    CellPlacement(line, self, plan).shownColumns(cellCount: cellCount, plan)
  }
}
