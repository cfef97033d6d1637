import TableSyntax

/// The layout of a row: its cells' display widths, and the forms that its padding follows.
struct RowShape {
  /// Which forms a row follows.
  struct Forms: OptionSet, Sendable {
    let rawValue: UInt8
    /// The row is its own compact form.
    static let compact = Forms(rawValue: 1)
    /// The row is its compact form, apart from outer pipes and trailing spaces; not checked if the
    /// delimiter row is wider than minimal.
    static let compactInside = Forms(rawValue: 2)
    /// The row is padded to the delimiter row's widths.
    static let delimiterWidths = Forms(rawValue: 4)
    /// The row's pipes are in the delimiter row's display columns; not checked if the delimiter row
    /// is minimal.
    static let delimiterColumns = Forms(rawValue: 8)
  }

  /// Display width of each cell's text.
  private(set) var widths = ContiguousArray<Int>()
  private(set) var forms: Forms = []
  /// Display width of the row outside its table's columns: its prefix, and the cells after the last
  /// column, which are compact.
  private(set) var widthBesideColumns = 0
  /// Display width of a row that must stay as it is, nil for any other.
  private(set) var keptWidth: Int?

  /// Measures a row, in the memory of the last.
  ///
  /// A row that must stay as it is has no other form than its own.
  ///
  /// - Complexity: O(cells), O(line) where a cell holds more than printable ASCII
  mutating func measure(
    _ line: Span<UInt8>, _ row: Row, against delimiter: DelimiterShape, mustStay: Bool = false
  ) {
    let indent =
      row.contentOffset == 0
      ? 0 : DisplayWidth.column(behind: 0..<row.contentOffset, of: line, from: 0)
    widthBesideColumns = indent
    keptWidth = nil
    readCells(line, row, delimiter, PipeReading(delimiter, from: indent))
    if mustStay || RowSplitter.startsWithBlank(line, from: row.contentOffset) {
      forms.formUnion([.compact, .compactInside, .delimiterWidths])
      keptWidth = DisplayWidth.column(behind: 0..<line.count, of: line, from: 0)
    }
  }

  private mutating func readCells(
    _ line: Span<UInt8>, _ row: Row, _ delimiter: DelimiterShape, _ pipes: PipeReading
  ) {
    widths.removeAll(keepingCapacity: true)
    let hasOpeningPipe = row.hasOpeningPipe(line)
    let isClosed = row.hasClosingPipe && (row.cells.last?.range.upperBound ?? 0) + 1 == line.count
    var isCompact = hasOpeningPipe && isClosed
    var followsWidths = isCompact
    var isCompactInside = delimiter.isMinimal
    var pipes = pipes
    if hasOpeningPipe { pipes.takePipe() }
    for index in 0..<row.cellCount {
      let blanks = row.blanks(ofCell: index, line)
      widths.append(blanks.textWidth)
      if index >= delimiter.columnCount { widthBesideColumns += blanks.textWidth + 3 }
      isCompact = isCompact && blanks.isCompact
      isCompactInside =
        isCompactInside
        && blanks.isCompactInside(isFirst: index == 0, isLast: index + 1 == row.cellCount)
      followsWidths = followsWidths && delimiter.isFollowed(by: blanks, column: index)
      if pipes.areAligned { pipes.take(row.cells[index].range, blanks, line) }
    }
    forms = []
    if isCompact { forms.insert(.compact) }
    if isCompactInside { forms.insert(.compactInside) }
    if followsWidths { forms.insert(.delimiterWidths) }
    if pipes.areAligned, pipes.count > 0 { forms.insert(.delimiterColumns) }
  }
}

/// The pipes of a row, from left to right, beside those of the delimiter row.
private struct PipeReading {
  private let delimiterColumns: [Int]
  private var next = 0
  private var column: Int
  /// Pipes taken.
  private(set) var count = 0
  /// Whether each of them is below a pipe of the delimiter row.
  private(set) var areAligned: Bool

  /// Starts at a display column; nothing is asked of a table whose delimiter row is minimal.
  init(_ delimiter: DelimiterShape, from column: Int) {
    delimiterColumns = delimiter.pipeColumns
    self.column = column
    areAligned = !delimiter.isMinimal
  }

  /// Takes a cell and the pipe after it, if there is one.
  mutating func take(_ cell: Range<Int>, _ blanks: CellBlanks, _ line: Span<UInt8>) {
    column = blanks.column(behind: cell, of: line, from: column)
    if cell.upperBound < line.count { takePipe() }
  }

  mutating func takePipe() {
    while next < delimiterColumns.count, delimiterColumns[next] < column { next += 1 }
    if next == delimiterColumns.count || delimiterColumns[next] != column { areAligned = false }
    column += 1
    count += 1
  }
}

extension Row {
  /// The padding around a cell's text.
  func blanks(ofCell index: Int, _ line: Span<UInt8>) -> CellBlanks {
    let cell = cells[index]
    if cell.marks.contains(.unusual) || !comments.isEmpty { return CellBlanks(line, cell.range) }
    return CellBlanks(plainCell: cell.range, text: cell.value)
  }
}
