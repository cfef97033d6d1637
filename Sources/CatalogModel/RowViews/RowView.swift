import CatalogSchema
import TableSyntax

/// A row read against its table's plan: its cells, their columns, its name and its link.
///
/// The one way from a cell to its column, for rules and for features.
package struct RowView: Sendable {
  /// What the table's columns mean, and the cells as the line has them.
  package let context: RowContext
  /// How the cells were given to columns.
  let placement: CellPlacement
  /// The cells, in order; each knows its column where that is certain.
  package private(set) var cells: [CellView] = []
  /// For each column the index of its cell, -1 for none.
  private var cellOfColumn: [Int]
  /// The cells whose values are swapped.
  private(set) var swaps: [SwappedValues.Swap] = []
  /// The columns that know items which their own column does not.
  private(set) var misplacedItems: [SwappedValues.MisplacedItem] = []

  /// Reads a row and gives its cells to columns.
  ///
  /// - Complexity: O(line); for a row with too few or too many cells O(cells × columns)
  package init(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    placement = CellPlacement(line, row, plan)
    var cellOfColumn = Array(repeating: -1, count: plan.columns.count)
    let columns = placement.columns(cellCount: row.cellCount, plan)
    cells.reserveCapacity(row.cellCount)
    for (index, column) in columns.enumerated() {
      if let column { cellOfColumn[column] = index }
      cells.append(CellView(line, row.cells[index], index: index, column: column, plan))
    }
    let name = plan.keyColumn.map { cellOfColumn[$0] } ?? -1
    self.cellOfColumn = cellOfColumn
    context = RowContext(
      plan: plan, row: row, nameValue: name < 0 ? nil : row.cells[name].value)
  }

  /// What the table's columns mean.
  package var plan: TablePlan { context.plan }
  /// The cells as the line has them.
  package var row: Row { context.row }

  /// The cell that certainly belongs to a column.
  package func cell(ofColumn column: Int) -> CellView? {
    index(ofColumn: column).map { cells[$0] }
  }

  /// The index of the cell that certainly belongs to a column.
  package func index(ofColumn column: Int) -> Int? {
    cellOfColumn.indices.contains(column) && cellOfColumn[column] >= 0
      ? cellOfColumn[column] : nil
  }

  /// The cell with the row's name, nil where no cell certainly holds it.
  package var nameCell: CellView? { plan.keyColumn.flatMap(cell(ofColumn:)) }

  /// Reads the items of vocabulary columns, and which of them belong elsewhere.
  mutating func readItems(_ line: Span<UInt8>) {
    for index in cells.indices { cells[index].readItems(line, plan) }
    let found = SwappedValues(cells, plan, line)
    swaps = found.swaps
    misplacedItems = found.misplaced
    for swap in swaps {
      cells[swap.cell].isSwapped = true
      cells[swap.partner].isSwapped = true
    }
    for item in misplacedItems where !cells[item.cell].isSwapped {
      cells[item.cell].misplacedItems.append(item.item)
    }
  }

  /// An edit that puts another value into a cell.
  func replacement(of cell: CellView, by value: [UInt8], _ line: Span<UInt8>) -> RowEdit {
    RowEdit(range: cell.place, replacement: row.closed(cell.place, value, line))
  }
}
