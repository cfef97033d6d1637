import CatalogSchema

/// The values of a row that their columns do not know and other columns do, and the cells whose
/// values are swapped: each is known in the other's column.
struct SwappedValues {
  /// An item that another column knows.
  struct MisplacedItem {
    /// Index of its cell.
    var cell: Int
    /// Index of the item in its cell.
    var item: Int
    /// The column that knows it.
    var column: Int
  }

  /// Two cells that swap their values, by their indices.
  struct Swap {
    /// The cell whose value is misplaced.
    var cell: Int
    /// The cell that the value belongs to.
    var partner: Int
    /// Each cell that gets another value, and the cell with that value; more than two where the
    /// partner is part of an earlier swap.
    var moves: [(place: Int, content: Int)]
  }

  /// All misplaced items, those of swapped cells too, in order.
  private(set) var misplaced: [MisplacedItem] = []
  private(set) var swaps: [Swap] = []
  /// For each cell the one whose value it has after all swaps.
  private(set) var contents: [Int] = []
  private var isSwapped: [Bool] = []

  /// Finds misplaced items, and swaps cells until no further swap puts a value into its column.
  ///
  /// - Complexity: O(cells × misplaced items)
  init(_ cells: [CellView], _ plan: TablePlan, _ line: Span<UInt8>) {
    for (index, cell) in cells.enumerated() {
      for (number, item) in cell.items.prefix(CellItem.comparedCountMax).enumerated() {
        if let column = cell.otherColumn(of: item, plan, line) {
          misplaced.append(MisplacedItem(cell: index, item: number, column: column))
        }
      }
    }
    if misplaced.isEmpty { return }
    contents = Array(cells.indices)
    isSwapped = cells.map { _ in false }
    var isNew = true
    while isNew { isNew = swapOnce(cells, plan, line) }
  }

  /// Reads the misplaced items once; true if it finds a swap.
  private mutating func swapOnce(
    _ cells: [CellView], _ plan: TablePlan, _ line: Span<UInt8>
  ) -> Bool {
    var isNew = false
    // The columns whose cells do not swap with the current one.
    var refused: (cell: Int, columns: [Int]) = (-1, [])
    for found in misplaced where !isSwapped[found.cell] {
      if refused.cell != found.cell { refused = (found.cell, []) }
      if refused.columns.contains(found.column) { continue }
      if let own = cells[found.cell].column,
        let partner = cells.firstIndex(where: { $0.column == found.column }),
        plan.columns[found.column].accepts(line, cells[found.cell].value),
        plan.columns[own].accepts(line, cells[contents[partner]].value)
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
    isSwapped[cell] = true
    isSwapped[partner] = true
    var moves: [(place: Int, content: Int)] = []
    var place = cell
    repeat {
      moves.append((place, contents[place]))
      place = contents[place]
    } while place != cell
    moves.sort { $0.place < $1.place }
    swaps.append(Swap(cell: cell, partner: partner, moves: moves))
  }
}

extension CellView {
  /// Another column that knows an item which the cell's own column does not take.
  func otherColumn(of item: CellItem, _ plan: TablePlan, _ line: Span<UInt8>) -> Int? {
    if item.isAccepted || item.range.isEmpty { return nil }
    return plan.termColumns.first { $0 != column && plan.columns[$0].knows(line, item.range) }
  }
}
