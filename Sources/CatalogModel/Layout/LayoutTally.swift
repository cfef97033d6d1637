/// What a table's rows add up to for its layout; rows are added and taken away one by one.
struct LayoutTally: Sendable, Equatable {
  /// The widest line that `auto` aligns to when a table follows no form, in display columns.
  static let autoAlignedWidthMax = 120

  private var columns: [WidthHistogram]
  private var prefixes = WidthHistogram()
  private(set) var rowCount = 0
  private var compactCount = 0
  private var compactInsideCount = 0
  private var delimiterWidthsCount = 0
  private var delimiterColumnsCount = 0

  init(columnCount: Int) {
    columns = Array(repeating: WidthHistogram(), count: columnCount)
  }

  /// Adds (`count` 1) or takes away (-1) a row: header or body.
  mutating func add(_ count: Int, _ shape: RowShape) {
    for (column, width) in shape.widths.prefix(columns.count).enumerated() {
      columns[column].add(count, ofWidth: width)
    }
    prefixes.add(count, ofWidth: shape.prefixWidth)
    rowCount += count
    if shape.forms.contains(.compact) { compactCount += count }
    if shape.forms.contains(.compactInside) { compactInsideCount += count }
    if shape.forms.contains(.delimiterWidths) { delimiterWidthsCount += count }
    if shape.forms.contains(.delimiterColumns) { delimiterColumnsCount += count }
  }

  /// Adds what other rows of the table add up to.
  mutating func add(_ other: LayoutTally) {
    for column in columns.indices where column < other.columns.count {
      columns[column].add(other.columns[column])
    }
    prefixes.add(other.prefixes)
    rowCount += other.rowCount
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

  /// Rows, header aside, whose pipes stand in the delimiter row's columns.
  func delimiterColumnsCount(withoutHeader header: RowShape.Forms) -> Int {
    delimiterColumnsCount - (header.contains(.delimiterColumns) ? 1 : 0)
  }

  /// Rows, header aside, that are compact but for outer pipes and trailing blanks.
  func compactInsideCount(withoutHeader header: RowShape.Forms) -> Int {
    compactInsideCount - (header.contains(.compactInside) ? 1 : 0)
  }

  /// Display width of the widest line once aligned.
  var alignedWidth: Int { prefixes.max + columnWidths.reduce(1) { $0 + $1 + 3 } }
}
