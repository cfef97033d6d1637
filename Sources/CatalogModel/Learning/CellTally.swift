/// How many cells of each kind the columns of a pool have: a sum, so that an edit subtracts the old
/// rows and adds the new ones.
struct CellTally: Sendable, Equatable {
  /// The cells of one column.
  struct Column: Sendable, Equatable {
    /// Blank cells, those that short rows lack included.
    var blankCount = 0
    /// Values of rows with one cell per column, placeholders left out.
    var valueCount = 0
    /// Of these links, numbers, and words.
    var linkCount = 0
    var numberCount = 0
    var wordsCount = 0
    /// Of the links those that are lists.
    var lists = SeparatorTally()

    fileprivate mutating func add(_ count: Int, _ cell: RowCells.Cell) {
      if let separator = cell.separator { lists.add(count, separator) }
      let kind = cell.kind
      switch kind {
      case .blank: blankCount += count
      case .placeholder: break
      case .link, .number, .words, .other:
        valueCount += count
        if kind == .link { linkCount += count }
        if kind == .number { numberCount += count }
        if kind == .words { wordsCount += count }
      }
    }

    fileprivate mutating func add(_ count: Int, _ other: Column) {
      blankCount += count * other.blankCount
      valueCount += count * other.valueCount
      linkCount += count * other.linkCount
      numberCount += count * other.numberCount
      wordsCount += count * other.wordsCount
      lists.add(count, other.lists)
    }
  }

  private(set) var columns: [Column]
  /// Body rows, templates left out.
  private(set) var rowCount = 0
  /// Rows with fewer cells than columns.
  private(set) var shortRowCount = 0

  /// No rows of tables with some columns.
  init(columnCount: Int) { columns = Array(repeating: Column(), count: columnCount) }

  /// Adds (`count` 1) or subtracts (-1) a row.
  mutating func add(_ count: Int, _ row: RowCells) {
    if !row.isCounted { return }
    rowCount += count
    if row.isShort { shortRowCount += count }
    for cell in row.cells { columns[cell.column].add(count, cell) }
  }

  /// Adds (`count` 1) or subtracts (-1) other rows.
  mutating func add(_ count: Int, _ other: CellTally) {
    rowCount += count * other.rowCount
    shortRowCount += count * other.shortRowCount
    for column in columns.indices where column < other.columns.count {
      columns[column].add(count, other.columns[column])
    }
  }
}
