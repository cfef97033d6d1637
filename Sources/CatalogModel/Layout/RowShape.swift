import TableSyntax

/// The layout of a row: the padding of its cells, and the forms that it follows.
struct RowShape {
  /// The row's cells; none for a row that stays as it is.
  private(set) var cells = ContiguousArray<CellPadding>()
  private(set) var forms: RowForms = []
  /// Number of cells.
  private(set) var cellCount = 0
  /// Cells with text and a pipe on some side, and those of them whose text touches it.
  private(set) var filledCellCount = 0
  private(set) var tightCellCount = 0
  /// Whether the row may be a piece of a record that is wrapped over several lines.
  private(set) var isPiece = false

  /// Measures a row, in the memory of the last.
  ///
  /// - Complexity: O(cells), O(line) where a cell holds more than printable ASCII
  mutating func measure(
    _ line: Span<UInt8>, _ row: Row, against table: TableShape, mustStay: Bool = false
  ) {
    cells.removeAll(keepingCapacity: true)
    cellCount = row.cellCount
    filledCellCount = 0
    tightCellCount = 0
    isPiece = false
    if mustStay || row.staysAsItIs(line, columnCount: table.columnCount) {
      forms = .kept
      return
    }
    forms = []
    var isUniform = table.isUniform
    for index in 0..<row.cellCount {
      let cell = row.padding(ofCell: index, line)
      if cell.textWidth != cell.characterCount { isUniform = false }
      cells.append(cell)
    }
    let pipes = OuterPipes(row, line)
    let wanted = table.outerPipes.wanted(by: row, line)
    if pipes == .both { forms.insert(.bothPipes) }
    if pipes == wanted { forms.insert(.tablePipes) }
    readPadding(line, row, pipes, table)
    let isShifted = table.isShifted(line, from: row.contentOffset)
    readPlaces(line, row, pipes, wanted, table, .width, isShifted: isShifted)
    if isUniform {
      copyPlaces()
    } else {
      readPlaces(line, row, pipes, wanted, table, .characters, isShifted: isShifted)
    }
    if !table.outerPipes.leading, row.beginsBlockIfPadded(line) { keepInOwnStyle() }
  }

  /// Notes whether a body row may be a piece of a record: it lacks an outer pipe, and has no cells
  /// to spare.
  mutating func notePiece(_ line: Span<UInt8>, _ row: Row, of table: TableShape) {
    if row.cellCount > table.columnCount || forms.contains(.bothPipes) { return }
    let pipes = OuterPipes(row, line)
    let isTorn = row.cellCount < table.columnCount && pipes != .both
    isPiece =
      isTorn || table.outerPipes.leading && !pipes.leading
      || table.outerPipes.trailing && !pipes.trailing
  }

  /// Notes that the row stays as it is in its table's own style, and is no evidence for it.
  private mutating func keepInOwnStyle() {
    forms = forms.intersection(.ofNamedStyles).union(.keptInOwnStyle)
    filledCellCount = 0
    tightCellCount = 0
    for index in cells.indices { cells[index].outgrows = [] }
  }

  /// Reads the forms that need no other row.
  private mutating func readPadding(
    _ line: Span<UInt8>, _ row: Row, _ pipes: OuterPipes, _ table: TableShape
  ) {
    let isClosed =
      pipes == .both && (row.cells.last?.range.upperBound ?? 0) + 1 == line.count
    var reading = PaddingReading(isFull: isClosed)
    for (index, cell) in cells.enumerated() {
      reading.take(
        cell, line, hasLeftPipe: index > 0 || pipes.leading,
        hasRightPipe: index + 1 < cells.count || pipes.trailing)
      if reading.followsMarkers {
        reading.followsMarkers = table.isFollowed(by: cell, column: index)
      }
      if index < table.columnCount { reading.take(cell, table.alignments[index]) }
    }
    filledCellCount = reading.filledCellCount
    tightCellCount = reading.tightCellCount
    forms.formUnion(reading.forms)
  }

  /// Compares the row's pipes with the header's, and notes texts that are too long for their
  /// column once the row has the pipes that it should have.
  private mutating func readPlaces(
    _ line: Span<UInt8>, _ row: Row, _ pipes: OuterPipes, _ wanted: OuterPipes,
    _ table: TableShape, _ measure: TextMeasure, isShifted: Bool
  ) {
    let places = table.places(by: measure)
    var reading = PlaceReading(column: pipes.leading ? 1 : 0, isShifted: isShifted)
    let last = cells.count - 1
    for index in cells.indices {
      let cell = cells[index]
      if cell.hasTab { reading.fits = false }
      guard index < places.ends.count, places.ends[index] >= 0 else { continue }
      let width =
        cell.hasTab
        ? cell.width(by: measure, line, from: row.startColumn(line) + reading.column)
        : cell.left + cell.textWidth(by: measure) + cell.right
      let left = index > 0 || wanted.leading ? table.margin : 0
      let right = cell.rightMargin(table.margin, line)
      let isTooLong =
        !cell.isBlank && cell.textWidth(by: measure) + left + right > places.widths[index]
      if index < last || pipes.trailing {
        reading.take(
          width: width, expected: places.widths[index], end: places.ends[index],
          isLong: isTooLong && cell.left == left && cell.right == right)
      }
      let keepsPlace =
        width == places.widths[index] && !cell.hasTab
        && (index > 0 || pipes.leading == wanted.leading)
        && (index < last || pipes.trailing == wanted.trailing)
      if isTooLong, !keepsPlace {
        cells[index].outgrows.insert(TextMeasure.Set(measure))
      }
    }
    if reading.fits { forms.insert(.aligned(by: measure)) }
    if reading.isInPlace { forms.insert(.inPlace(by: measure)) }
  }

  /// Both measures see the row alike.
  private mutating func copyPlaces() {
    if forms.contains(.alignedByWidth) { forms.insert(.alignedByCharacters) }
    if forms.contains(.inPlaceByWidth) { forms.insert(.inPlaceByCharacters) }
    for index in cells.indices where !cells[index].outgrows.isEmpty {
      cells[index].outgrows.insert(.characters)
    }
  }
}

extension Row {
  /// The display column where the row starts.
  fileprivate func startColumn(_ line: Span<UInt8>) -> Int {
    DisplayWidth.column(after: 0..<contentOffset, of: line, from: 0)
  }
}

/// The pipes of a row, from left to right.
private struct PlaceReading {
  private(set) var column: Int
  /// Whether the row follows its aligned table.
  var fits: Bool
  private var areInPlace: Bool
  private var count = 0

  init(column: Int, isShifted: Bool) {
    self.column = column
    fits = !isShifted
    areInPlace = !isShifted
  }

  /// Whether there are pipes, all of them below the header's.
  var isInPlace: Bool { areInPlace && count > 0 }

  /// Takes a cell and the pipe after it, with the header's width and pipe; `isLong` where it is too
  /// long for its column and compact.
  mutating func take(width: Int, expected: Int, end: Int, isLong: Bool) {
    column += width
    count += 1
    if column != end {
      areInPlace = false
      if width != expected, !isLong { fits = false }
    }
    column += 1
  }
}

/// The padding of a row's cells, from left to right.
private struct PaddingReading {
  private var isCompact = true
  private var isTight = true
  private var isPadded = false
  /// Whether the row could be its own compact or tight form.
  private var isExactlyCompact: Bool
  private var isExactlyTight: Bool
  private var isLeft = false
  private var isAtAlignment = false
  var followsMarkers: Bool
  private(set) var filledCellCount = 0
  private(set) var tightCellCount = 0

  /// `isFull` where the row has both outer pipes and nothing after them.
  init(isFull: Bool) {
    isExactlyCompact = isFull
    isExactlyTight = isFull
    followsMarkers = isFull
  }

  mutating func take(
    _ cell: CellPadding, _ line: Span<UInt8>, hasLeftPipe: Bool, hasRightPipe: Bool
  ) {
    if cell.hasTab {
      isCompact = false
      isTight = false
    }
    // How wide a blank cell is says nothing.
    if cell.isBlank {
      if cell.left != 2 { isExactlyCompact = false }
      if cell.left != 0 { isExactlyTight = false }
      return
    }
    if !(hasLeftPipe || hasRightPipe) { return }
    filledCellCount += 1
    if hasLeftPipe && cell.left != 1 || hasRightPipe && cell.right != 1 { isCompact = false }
    let touches =
      !(hasLeftPipe && cell.left != 0)
      && !(hasRightPipe && cell.right != 0 && cell.right != cell.rightMargin(0, line))
    if touches { tightCellCount += 1 } else { isTight = false }
    if hasLeftPipe && cell.left > 1 || hasRightPipe && cell.right > 1 { isPadded = true }
  }

  /// Reads on which side a cell is padded.
  mutating func take(_ cell: CellPadding, _ alignment: ColumnAlignment) {
    guard alignment == .right || alignment == .center, cell.left + cell.right > 3, !cell.isBlank
    else { return }
    let isAtLeft = cell.left <= 1
    if isAtLeft { isLeft = true } else { isAtAlignment = true }
  }

  var forms: RowForms {
    var forms: RowForms = []
    if isCompact { forms.insert(.compact) }
    if isTight { forms.insert(.tight) }
    if isPadded { forms.insert(.padded) }
    if filledCellCount > 0, tightCellCount * 3 >= filledCellCount * 2 {
      forms.insert(.mostlyTight)
    }
    if isCompact, isExactlyCompact { forms.insert(.exactlyCompact) }
    if isTight, isExactlyTight { forms.insert(.exactlyTight) }
    if followsMarkers { forms.insert(.markerWidths) }
    if isLeft { forms.insert(.leftOfAlignment) }
    if isAtAlignment { forms.insert(.atAlignment) }
    return forms
  }
}
