import TableSyntax

/// How a row is laid out now: its cells' display widths, and which forms its blanks follow.
struct RowShape {
  /// Which forms a row follows.
  struct Forms: OptionSet, Sendable {
    let rawValue: UInt8
    /// The row is its own compact form.
    static let compact = Forms(rawValue: 1)
    /// The row is its compact form, outer pipes and trailing blanks aside.
    static let compactInside = Forms(rawValue: 2)
    /// The row is padded to the delimiter row's widths.
    static let delimiterWidths = Forms(rawValue: 4)
    /// The row's pipes stand in the delimiter row's display columns.
    static let delimiterColumns = Forms(rawValue: 8)
    static let all: Forms = [.compact, .compactInside, .delimiterWidths, .delimiterColumns]
  }

  /// Display width of each cell's text.
  private(set) var widths = ContiguousArray<Int>()
  private(set) var forms: Forms = []
  /// Display width of what stands before the row's content.
  private(set) var prefixWidth = 0

  /// Measures a row, in the memory of the last.
  ///
  /// - Complexity: O(cells), O(line) where a cell holds more than printable ASCII
  mutating func measure(_ line: Span<UInt8>, _ row: Row, against delimiter: DelimiterShape) {
    widths.removeAll(keepingCapacity: true)
    prefixWidth = row.contentOffset == 0 ? 0 : DisplayWidth.of(line, 0..<row.contentOffset)
    let hasOpeningPipe = row.hasOpeningPipe(line)
    let isClosed = row.hasClosingPipe && (row.cells.last?.upperBound ?? 0) + 1 == line.count
    var isCompact = hasOpeningPipe && isClosed
    var followsWidths = isCompact
    var inside = InsideForm()
    var inColumns = row.cellCount == delimiter.pipeColumns.count
    var column = prefixWidth + (hasOpeningPipe ? 1 : 0)
    for index in 0..<row.cellCount {
      let blanks = row.blanks(ofCell: index, line)
      widths.append(blanks.textWidth)
      inColumns = inColumns && delimiter.pipeColumns[index] == column
      column += blanks.totalWidth + 1
      isCompact = isCompact && blanks.isCompact
      inside.add(blanks)
      followsWidths = followsWidths && delimiter.isFollowed(by: blanks, column: index)
    }
    forms = []
    if isCompact { forms.insert(.compact) }
    if inside.isCompact { forms.insert(.compactInside) }
    if followsWidths { forms.insert(.delimiterWidths) }
    if inColumns { forms.insert(.delimiterColumns) }
  }

  /// Measures a header row: one that must stay as it is follows every form.
  mutating func measureHeader(_ line: Span<UInt8>, _ row: Row, against delimiter: DelimiterShape) {
    measure(line, row, against: delimiter)
    if HeaderRow.mustStay(line, from: row.contentOffset) { forms = .all }
  }
}

/// Whether a row is compact from its first text to its last: blank cells outside do not count.
private struct InsideForm {
  private var isCompactSoFar = true
  private var hasText = false
  /// What stands behind the last text so far, should another text follow.
  private var isGapCompact = true

  mutating func add(_ cell: CellBlanks) {
    if cell.isBlank {
      isGapCompact = isGapCompact && cell.isCompact
      return
    }
    if hasText { isCompactSoFar = isCompactSoFar && isGapCompact && cell.left == 1 }
    isCompactSoFar = isCompactSoFar && cell.isOnlySpaces
    hasText = true
    isGapCompact = cell.right == 1
  }

  var isCompact: Bool { isCompactSoFar }
}

extension Row {
  /// The blanks around a cell's text.
  func blanks(ofCell index: Int, _ line: Span<UInt8>) -> CellBlanks {
    if marks[index].contains(.unusual) || !comments.isEmpty {
      return CellBlanks(line, cells[index])
    }
    return CellBlanks(plainCell: cells[index], text: values[index])
  }
}
