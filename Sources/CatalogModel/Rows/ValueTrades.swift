import CatalogSchema

/// The values of a row that stand in columns which do not know them, and the cells that have traded
/// places: each value is known in the other's column.
struct ValueTrades {
  /// An item that another column knows.
  struct MisplacedItem {
    var cell: Int
    var item: Int
    /// The column that knows it.
    var column: Int
  }

  /// Two cells that trade places, as indices of a reading's cells.
  struct Trade {
    /// The cell whose value is misplaced.
    var cell: Int
    /// The one that its value belongs into.
    var partner: Int
    /// Each cell that gets another value, and whose: more than two where the partner has traded
    /// before.
    var moves: [(place: Int, content: Int)]
  }

  /// All misplaced items, those of trades too, in order.
  private(set) var misplaced: [MisplacedItem] = []
  private(set) var trades: [Trade] = []
  /// For each cell the one whose value it has once all trades are done.
  private(set) var contents: [Int] = []
  private var isTraded: [Bool] = []

  /// Finds them, and trades until no value is left that a trade would mend.
  ///
  /// - Complexity: O(cells × misplaced items)
  init(_ cells: [CellReading], _ plan: TablePlan, _ line: Span<UInt8>) {
    for (index, cell) in cells.enumerated() {
      for (number, item) in cell.items.enumerated() where !item.isAccepted {
        if let column = CellReader.otherColumn(of: item, in: cell.column, plan, line) {
          misplaced.append(MisplacedItem(cell: index, item: number, column: column))
        }
      }
    }
    if misplaced.isEmpty { return }
    contents = Array(cells.indices)
    isTraded = cells.map { _ in false }
    var isNew = true
    while isNew { isNew = tradeOnce(cells, plan, line) }
  }

  /// Goes through the misplaced items once; true where a trade was found.
  private mutating func tradeOnce(
    _ cells: [CellReading], _ plan: TablePlan, _ line: Span<UInt8>
  ) -> Bool {
    var isNew = false
    // The columns whose cells are known not to trade places with the one looked at.
    var refused: (cell: Int, columns: [Int]) = (-1, [])
    for found in misplaced where !isTraded[found.cell] {
      if refused.cell != found.cell { refused = (found.cell, []) }
      if refused.columns.contains(found.column) { continue }
      if let partner = cells.firstIndex(where: { $0.column == found.column }),
        CellReader.accepts(line, cells[found.cell].value, plan.columns[found.column]),
        CellReader.accepts(
          line, cells[contents[partner]].value, plan.columns[cells[found.cell].column])
      {
        add(found.cell, partner)
        isNew = true
      } else {
        refused.columns.append(found.column)
      }
    }
    return isNew
  }

  private mutating func add(_ cell: Int, _ partner: Int) {
    contents.swapAt(cell, partner)
    isTraded[cell] = true
    isTraded[partner] = true
    var moves: [(place: Int, content: Int)] = []
    var place = cell
    repeat {
      moves.append((place, contents[place]))
      place = contents[place]
    } while place != cell
    moves.sort { $0.place < $1.place }
    trades.append(Trade(cell: cell, partner: partner, moves: moves))
  }
}

extension CellReader {
  /// The column that knows an item which its own does not.
  static func otherColumn(
    of item: CellItem, in column: Int, _ plan: TablePlan, _ line: Span<UInt8>
  ) -> Int? {
    if item.isAccepted || item.range.isEmpty { return nil }
    return plan.termColumns.first { $0 != column && knows(line, item.range, plan.columns[$0]) }
  }
}
