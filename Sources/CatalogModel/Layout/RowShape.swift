import TableSyntax

/// How a row is laid out now: its cells' display widths, and which forms its blanks follow.
struct RowShape {
  /// Which forms a row follows.
  struct Forms: OptionSet, Sendable {
    var rawValue: UInt8
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
  /// - Complexity: O(line)
  mutating func measure(_ line: Span<UInt8>, _ row: Row, against delimiter: DelimiterShape) {
    widths.removeAll(keepingCapacity: true)
    prefixWidth = DisplayWidth.of(line, 0..<row.contentOffset)
    let hasOpeningPipe =
      row.contentOffset < line.count && line[row.contentOffset] == UInt8(ascii: "|")
    let end = row.cells.last?.upperBound ?? 0
    let isClosed = row.hasClosingPipe && end + 1 == line.count
    var isCompact = hasOpeningPipe && isClosed
    var followsWidths = isCompact
    var isCompactInside = true
    var inColumns = row.cellCount == delimiter.pipeColumns.count
    var column = prefixWidth + (hasOpeningPipe ? 1 : 0)
    let texts = Self.firstAndLastText(line, row)
    for (index, cell) in row.cells.enumerated() {
      let blanks = CellBlanks(line, cell)
      widths.append(blanks.textWidth)
      inColumns = inColumns && delimiter.pipeColumns[index] == column
      column += blanks.totalWidth + 1
      isCompact = isCompact && blanks.isCompact
      if isCompactInside, texts.contains(index) {
        isCompactInside = blanks.isCompact(
          ignoringLeft: index == texts.lowerBound, ignoringRight: index == texts.upperBound - 1)
      }
      followsWidths = followsWidths && delimiter.isFollowed(by: blanks, column: index)
    }
    forms = []
    if isCompact { forms.insert(.compact) }
    if isCompactInside { forms.insert(.compactInside) }
    if followsWidths { forms.insert(.delimiterWidths) }
    if inColumns { forms.insert(.delimiterColumns) }
  }

  /// Measures a header row: one that must stay as it is follows every form.
  mutating func measureHeader(_ line: Span<UInt8>, _ row: Row, against delimiter: DelimiterShape) {
    measure(line, row, against: delimiter)
    if HeaderRow.mustStay(line, from: row.contentOffset) { forms = .all }
  }

  /// The cells from the first to the last that is not blank.
  private static func firstAndLastText(_ line: Span<UInt8>, _ row: Row) -> Range<Int> {
    guard let first = row.cells.firstIndex(where: { !line.withoutBlanks($0).isEmpty }),
      let last = row.cells.lastIndex(where: { !line.withoutBlanks($0).isEmpty })
    else { return 0..<0 }
    return first..<last + 1
  }
}

/// The blanks around a cell's text.
struct CellBlanks {
  let left: Int
  let right: Int
  let textWidth: Int
  /// Display width of the cell with its blanks.
  let totalWidth: Int
  let isOnlySpaces: Bool

  init(_ line: Span<UInt8>, _ cell: Range<Int>) {
    let text = line.withoutBlanks(cell)
    textWidth = DisplayWidth.of(line, text)
    left = text.isEmpty ? cell.count : text.lowerBound - cell.lowerBound
    right = text.isEmpty ? 0 : cell.upperBound - text.upperBound
    totalWidth = textWidth + left + right
    var hasTab = false
    for index in cell.lowerBound..<cell.lowerBound + left where line[index] != 0x20 {
      hasTab = true
    }
    for index in cell.upperBound - right..<cell.upperBound where line[index] != 0x20 {
      hasTab = true
    }
    isOnlySpaces = !hasTab
  }

  var isCompact: Bool { isCompact(ignoringLeft: false, ignoringRight: false) }

  func isCompact(ignoringLeft: Bool, ignoringRight: Bool) -> Bool {
    guard isOnlySpaces else { return false }
    if textWidth == 0 { return left + right == 2 }
    return (ignoringLeft || left == 1) && (ignoringRight || right == 1)
  }

  func isPadded(to width: Int, _ alignment: ColumnAlignment) -> Bool {
    guard isOnlySpaces, width >= textWidth, totalWidth == width + 2 else { return false }
    if left + right == totalWidth { return true }
    switch alignment {
    case .none, .left: return left == 1
    case .right: return right == 1
    case .center: return left == 1 + (width - textWidth) / 2
    }
  }
}

/// What rows are compared with: the delimiter row.
struct DelimiterShape: Sendable, Equatable {
  var alignments: [ColumnAlignment]
  /// Display width of each cell's marker.
  var cellWidths: [Int]
  /// Display column where each cell starts.
  var pipeColumns: [Int]
  /// True where every marker is as short as can be.
  var isMinimal: Bool

  init(_ line: Span<UInt8>, from contentOffset: Int) {
    alignments = DelimiterRow.alignments(line, from: contentOffset)
    let cells = RowSplitter.cells(line, from: contentOffset)
    cellWidths = cells.map { line.withoutBlanks($0).count }
    pipeColumns = cells.map { DisplayWidth.of(line, 0..<$0.lowerBound) }
    isMinimal = cellWidths.allSatisfy { $0 <= 3 }
  }

  /// Whether a cell is padded to its column's width; one past the last column is compact.
  func isFollowed(by cell: CellBlanks, column: Int) -> Bool {
    guard column < cellWidths.count, column < alignments.count else { return cell.isCompact }
    return cell.isPadded(to: cellWidths[column], alignments[column])
  }
}
