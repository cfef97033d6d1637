import TableSyntax

/// What a table's rows add up to for its layout; rows are added and taken away one by one.
struct LayoutTally: Sendable, Equatable {
  private(set) var columns: [ColumnTally]
  private var forms = RowFormCounts()
  /// Those of body rows that may be pieces of wrapped records.
  private var pieceForms = RowFormCounts()
  private var pieceCount = 0
  private(set) var rowCount = 0
  /// Cells that the rows lack, added up.
  private(set) var missingCellCount = 0
  /// Cells with text and a pipe on some side, and those of them whose text touches it.
  private(set) var filledCellCount = 0
  private(set) var tightCellCount = 0

  init(columnCount: Int) {
    columns = Array(repeating: ColumnTally(), count: columnCount)
  }

  /// Adds (`count` 1) or takes away (-1) a row: header or body.
  mutating func add(_ count: Int, _ shape: RowShape) {
    for column in 0..<min(shape.cells.count, columns.count) {
      columns[column].add(count, shape.cells[column])
    }
    forms.add(count, shape.forms)
    if shape.isPiece {
      pieceForms.add(count, shape.forms)
      pieceCount += count
    }
    rowCount += count
    missingCellCount += count * max(0, columns.count - shape.cellCount)
    filledCellCount += count * shape.filledCellCount
    tightCellCount += count * shape.tightCellCount
  }

  /// Adds what other rows of the table add up to.
  mutating func add(_ other: LayoutTally) {
    for column in columns.indices where column < other.columns.count {
      columns[column].add(other.columns[column])
    }
    forms.add(other.forms)
    pieceForms.add(other.pieceForms)
    pieceCount += other.pieceCount
    rowCount += other.rowCount
    missingCellCount += other.missingCellCount
    filledCellCount += other.filledCellCount
    tightCellCount += other.tightCellCount
  }

  /// Number of rows, header included, that follow some forms.
  func rowCount(of forms: RowForms) -> Int { self.forms.count(of: forms) }

  /// Number of rows, header included, that do not follow some forms.
  func deviatingRowCount(from forms: RowForms) -> Int { rowCount - self.forms.count(of: forms) }

  /// Number of those of them that may be pieces of wrapped records.
  func deviatingPieceCount(from forms: RowForms) -> Int { pieceCount - pieceForms.count(of: forms) }
}
