import TableSyntax

/// How a row is laid out now: its cells' display widths, and which forms its blanks follow.
struct RowShape {
  /// Which forms a row follows.
  struct Forms: OptionSet, Sendable {
    let rawValue: UInt8
    /// The row is its own compact form.
    static let compact = Forms(rawValue: 1)
    /// The row is its compact form, outer pipes and trailing blanks aside; not asked of a table
    /// whose delimiter row is wider than minimal.
    static let compactInside = Forms(rawValue: 2)
    /// The row is padded to the delimiter row's widths.
    static let delimiterWidths = Forms(rawValue: 4)
    /// The row's pipes stand in the delimiter row's display columns; not asked of a table whose
    /// delimiter row is minimal.
    static let delimiterColumns = Forms(rawValue: 8)
  }

  /// Display width of each cell's text.
  private(set) var widths = ContiguousArray<Int>()
  private(set) var forms: Forms = []
  /// Display width that the row has beside its table's columns: what stands before it, and cells
  /// past the last column, which are compact.
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
    widths.removeAll(keepingCapacity: true)
    let indent =
      row.contentOffset == 0
      ? 0 : DisplayWidth.column(behind: 0..<row.contentOffset, of: line, from: 0)
    widthBesideColumns = indent
    keptWidth = nil
    forms = []
    readCells(line, row, delimiter)
    if delimiter.isMinimal {
      if isCompactInside(line, row) { forms.insert(.compactInside) }
    } else if standsInColumns(line, row, delimiter, from: indent) {
      forms.insert(.delimiterColumns)
    }
    if mustStay || RowSplitter.startsWithBlank(line, from: row.contentOffset) {
      forms.formUnion([.compact, .compactInside, .delimiterWidths])
      keptWidth = DisplayWidth.column(behind: 0..<line.count, of: line, from: 0)
    }
  }

  private mutating func readCells(
    _ line: Span<UInt8>, _ row: Row, _ delimiter: DelimiterShape
  ) {
    let isClosed = row.hasClosingPipe && (row.cells.last?.upperBound ?? 0) + 1 == line.count
    var isCompact = row.hasOpeningPipe(line) && isClosed
    var followsWidths = isCompact
    for index in 0..<row.cellCount {
      let blanks = row.blanks(ofCell: index, line)
      widths.append(blanks.textWidth)
      if index >= delimiter.alignments.count { widthBesideColumns += blanks.textWidth + 3 }
      isCompact = isCompact && blanks.isCompact
      followsWidths = followsWidths && delimiter.isFollowed(by: blanks, column: index)
    }
    if isCompact { forms.insert(.compact) }
    if followsWidths { forms.insert(.delimiterWidths) }
  }

  private func isCompactInside(_ line: Span<UInt8>, _ row: Row) -> Bool {
    if forms.contains(.compact) { return true }
    for index in 0..<row.cellCount {
      let blanks = row.blanks(ofCell: index, line)
      if !blanks.isCompactInside(isFirst: index == 0, isLast: index == row.cellCount - 1) {
        return false
      }
    }
    return true
  }

  /// Whether the row has pipes, and each of them stands below one of the delimiter row's.
  private func standsInColumns(
    _ line: Span<UInt8>, _ row: Row, _ delimiter: DelimiterShape, from indent: Int
  ) -> Bool {
    var column = indent
    var next = delimiter.pipeColumns[...]
    let hasOpeningPipe = row.hasOpeningPipe(line)
    if hasOpeningPipe {
      guard Self.skip(&next, to: column) else { return false }
      column += 1
    }
    for index in 0..<row.cellCount {
      let cell = row.cells[index]
      column = row.blanks(ofCell: index, line).column(behind: cell, of: line, from: column)
      if cell.upperBound == line.count { return hasOpeningPipe || index > 0 }
      guard Self.skip(&next, to: column) else { return false }
      column += 1
    }
    return true
  }

  /// Goes to a column in what is left of the delimiter row's; false where it is not there.
  private static func skip(_ columns: inout ArraySlice<Int>, to column: Int) -> Bool {
    while let first = columns.first {
      columns = columns.dropFirst()
      if first >= column { return first == column }
    }
    return false
  }
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
