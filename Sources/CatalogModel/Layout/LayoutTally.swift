import TableSyntax

/// What a table's rows add up to for its layout; rows are added and taken away one by one.
struct LayoutTally: Sendable, Equatable {
  /// The widest line that `auto` aligns to when a table follows no form, in display columns.
  static let autoAlignedWidthMax = 120

  private var columns: [WidthHistogram]
  /// What rows have beside their columns: those with all columns, and shorter ones by their number
  /// of cells.
  private var fullRows = WidthHistogram()
  private var shortRows: [Int: WidthHistogram] = [:]
  /// The whole lines of rows that must stay as they are.
  private var keptRows = WidthHistogram()
  private(set) var rowCount = 0
  /// Cells that the rows lack, added up.
  private(set) var missingCellCount = 0
  private var compactCount = 0
  private var compactInsideCount = 0
  private var delimiterWidthsCount = 0
  private var delimiterColumnsCount = 0

  init(columnCount: Int) {
    columns = Array(repeating: WidthHistogram(), count: columnCount)
  }

  /// Adds (`count` 1) or takes away (-1) a row: header or body.
  mutating func add(_ count: Int, _ shape: RowShape) {
    let cellCount = min(shape.widths.count, columns.count)
    for column in 0..<cellCount { columns[column].add(count, ofWidth: shape.widths[column]) }
    addLine(count, shape, cellCount)
    rowCount += count
    missingCellCount += count * (columns.count - cellCount)
    if shape.forms.contains(.compact) { compactCount += count }
    if shape.forms.contains(.compactInside) { compactInsideCount += count }
    if shape.forms.contains(.delimiterWidths) { delimiterWidthsCount += count }
    if shape.forms.contains(.delimiterColumns) { delimiterColumnsCount += count }
  }

  private mutating func addLine(_ count: Int, _ shape: RowShape, _ cellCount: Int) {
    if let width = shape.keptWidth {
      keptRows.add(count, ofWidth: width)
    } else if cellCount == columns.count {
      fullRows.add(count, ofWidth: shape.widthBesideColumns)
    } else {
      var rows = shortRows[cellCount] ?? WidthHistogram()
      rows.add(count, ofWidth: shape.widthBesideColumns)
      shortRows[cellCount] = rows.isEmpty ? nil : rows
    }
  }

  /// Adds what other rows of the table add up to.
  mutating func add(_ other: LayoutTally) {
    for column in columns.indices where column < other.columns.count {
      columns[column].add(other.columns[column])
    }
    fullRows.add(other.fullRows)
    for (cellCount, rows) in other.shortRows {
      shortRows[cellCount, default: WidthHistogram()].add(rows)
    }
    keptRows.add(other.keptRows)
    rowCount += other.rowCount
    missingCellCount += other.missingCellCount
    compactCount += other.compactCount
    compactInsideCount += other.compactInsideCount
    delimiterWidthsCount += other.delimiterWidthsCount
    delimiterColumnsCount += other.delimiterColumnsCount
  }

  /// Display width of each column: its widest cell, and at least 3.
  var columnWidths: [Int] { columns.map { max(3, $0.max) } }

  /// Whether every row, header included, is padded to the delimiter row's widths.
  var allRowsFollowDelimiter: Bool { delimiterWidthsCount == rowCount }
  /// Whether every row, header included, is its compact form.
  var allRowsAreCompact: Bool { compactCount == rowCount }

  /// Rows, without the header, whose pipes are in the delimiter row's columns.
  func delimiterColumnsCount(withoutHeader header: RowShape.Forms) -> Int {
    delimiterColumnsCount - (header.contains(.delimiterColumns) ? 1 : 0)
  }

  /// Rows, without the header, that are compact but for outer pipes and trailing spaces.
  func compactInsideCount(withoutHeader header: RowShape.Forms) -> Int {
    compactInsideCount - (header.contains(.compactInside) ? 1 : 0)
  }

  /// Display width of the widest line once aligned; the delimiter row has an indent.
  ///
  /// - Complexity: O(columns)
  func alignedWidth(delimiterIndent: Int) -> Int {
    var widest = keptRows.max
    // The width of a row with this number of cells.
    var width = 1
    for (column, columnWidth) in columnWidths.enumerated() {
      if let rows = shortRows[column] { widest = max(widest, rows.max + width) }
      width += columnWidth + 3
    }
    return max(widest, width + max(delimiterIndent, fullRows.max))
  }
}
