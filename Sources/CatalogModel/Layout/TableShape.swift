import TableSyntax

/// What a table's rows are compared with: its header and delimiter row.
struct TableShape: Sendable, Equatable {
  let alignments: [ColumnAlignment]
  /// Display width of each marker of the delimiter row.
  let markerWidths: [Int]
  /// The outer pipes that header and delimiter row agree in, else both.
  let outerPipes: OuterPipes
  /// Whether the header or the delimiter row has a pipe at its start or end.
  let hasOuterPipes: Bool
  /// The header's own.
  let headerPipes: OuterPipes
  /// The header's pipes by display width and by characters.
  private let widthPlaces: PipePlaces
  private let characterPlaces: PipePlaces
  /// Spaces between a pipe and the longest texts, if the table is aligned.
  let margin: Int
  /// The bytes before a row's content, as the header has them; nil where rows can not take them.
  let prefix: [UInt8]?

  /// Number of columns.
  var columnCount: Int { alignments.count }
  /// Whether both measures see the header alike.
  var isUniform: Bool { widthPlaces == characterPlaces }

  init(
    header: Span<UInt8>, _ place: HeaderRow, delimiter: Span<UInt8>, from delimiterOffset: Int
  ) {
    let cells = RowSplitter.cells(delimiter, from: delimiterOffset)
    alignments = DelimiterRow.alignments(delimiter, cells)
    markerWidths = cells.map { DelimiterRow.marker(delimiter, $0).count }
    let row = Row(header, from: place.contentOffset)
    headerPipes = OuterPipes(row, header)
    let delimiterPipes = OuterPipes(Row(delimiter, from: delimiterOffset), delimiter)
    hasOuterPipes = [headerPipes, delimiterPipes].contains { $0.leading || $0.trailing }
    outerPipes = delimiterPipes == headerPipes ? headerPipes : .both
    let start = DisplayWidth.column(after: 0..<row.contentOffset, of: header, from: 0)
    let padding = row.cells.indices.map { row.padding(ofCell: $0, header) }
    widthPlaces = PipePlaces(padding, headerPipes, .width, header, from: start)
    characterPlaces = PipePlaces(padding, headerPipes, .characters, header, from: start)
    margin = Self.margin(padding, headerPipes)
    prefix = Self.prefix(
      header.array(0..<row.contentOffset),
      mustStay: place.mustStay || place.continuesParagraph,
      delimiter.array(0..<min(delimiterOffset, delimiter.count)))
  }

  /// The header's pipes by a measure.
  func places(by measure: TextMeasure) -> PipePlaces {
    measure == .width ? widthPlaces : characterPlaces
  }

  /// Whether a row starts in another column than the header, and can start in the same.
  func isShifted(_ line: Span<UInt8>, from contentOffset: Int) -> Bool {
    guard let prefix else { return false }
    return line.extracting(0..<contentOffset).isShifted(from: prefix)
  }

  /// Whether a cell has its column's width by the delimiter row's markers; one past the last column
  /// is compact.
  func isFollowed(by cell: CellPadding, column: Int) -> Bool {
    column < columnCount
      ? cell.isPadded(to: markerWidths[column], alignments[column]) : cell.isCompact
  }

  /// 0 where most of the header's texts touch a pipe, else 1.
  private static func margin(_ cells: [CellPadding], _ pipes: OuterPipes) -> Int {
    var filled = 0
    var touching = 0
    for (index, cell) in cells.enumerated() where !cell.isBlank {
      filled += 1
      let touchesLeft = cell.left == 0 && (index > 0 || pipes.leading)
      let touchesRight = cell.right == 0 && (index + 1 < cells.count || pipes.trailing)
      if touchesLeft || touchesRight { touching += 1 }
    }
    return touching * 3 >= filled * 2 && filled > 0 ? 0 : 1
  }

  /// The header's prefix if it is nothing but quote markers and spaces, else the delimiter row's.
  private static func prefix(
    _ header: [UInt8], mustStay: Bool, _ delimiter: [UInt8]
  ) -> [UInt8]? {
    func isPlain(_ prefix: [UInt8]) -> Bool {
      prefix.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
    }
    if mustStay { return nil }
    if isPlain(header) { return header }
    let isSameColumn =
      DisplayWidth.column(after: 0..<header.count, of: header.span, from: 0) == delimiter.count
    return isPlain(delimiter) && isSameColumn ? delimiter : nil
  }
}

/// Where the header's pipes are, in columns from the row's start.
struct PipePlaces: Sendable, Equatable {
  /// Columns of each cell with its padding; -1 for one that no pipe closes.
  private(set) var widths: [Int] = []
  /// The column of the pipe after each cell; -1 for none.
  private(set) var ends: [Int] = []

  init(
    _ cells: [CellPadding], _ pipes: OuterPipes, _ measure: TextMeasure, _ line: Span<UInt8>,
    from start: Int
  ) {
    var column = pipes.leading ? 1 : 0
    for (index, cell) in cells.enumerated() {
      let width = cell.width(by: measure, line, from: start + column)
      let isClosed = index + 1 < cells.count || pipes.trailing
      widths.append(isClosed ? width : -1)
      ends.append(isClosed ? column + width : -1)
      column += width + 1
    }
  }
}
