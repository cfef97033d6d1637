import TableSyntax

/// What a rule about one cell sees of its row.
package struct RowContext: Sendable {
  /// What the table's columns mean.
  package let plan: TablePlan
  /// The cells as the line has them.
  package let row: Row
  /// The value of the cell that holds the row's name, nil where no cell certainly does.
  let nameValue: Range<Int>?

  init(plan: TablePlan, row: Row, nameValue: Range<Int>?) {
    self.plan = plan
    self.row = row
    self.nameValue = nameValue
  }

  /// Of a row with one cell per column.
  init(plan: TablePlan, row: Row) {
    self.init(plan: plan, row: row, nameValue: plan.keyColumn.map { row.cells[$0].value })
  }

  /// The name without markup, empty for none.
  func nameText(_ line: Span<UInt8>) -> String {
    nameValue.map { PlainText.string(line, RowName(line, value: $0).text) } ?? ""
  }

  /// Cells of a row in which pieces are searched for, at most: each cell searches the whole row.
  private static let pieceCountMax = 64

  /// Whether a pipe in code, a formula or a link ends a cell or begins it: `extra-cell` says so.
  func isPiece(_ cell: Int, _ line: Span<UInt8>) -> Bool {
    let surplus = row.cellCount - plan.columns.count
    if surplus <= 0 || row.cellCount > Self.pieceCountMax { return false }
    let pieces = EnclosedPipes(line, row, columnCount: plan.columns.count).cells
    return pieces.count == surplus && (pieces.contains(cell) || pieces.contains(cell + 1))
  }

  /// An edit that replaces a range and keeps the comments in it.
  func edit(_ range: Range<Int>, _ replacement: [UInt8], _ line: Span<UInt8>) -> RowEdit {
    var kept: [UInt8] = []
    for comment in row.comments(in: range) { kept += [0x20] + line.array(comment) }
    return RowEdit(range: range, replacement: row.closed(range, kept + replacement, line))
  }
}
