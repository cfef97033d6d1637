/// What the cells of a column add up to for the layout of its table.
struct ColumnTally: Sendable, Equatable {
  /// Texts that both measures see alike.
  private var uniform = WidthHistogram()
  /// The other texts, by each measure.
  private var widths = WidthHistogram()
  private var characters = WidthHistogram()
  /// Texts that are too long for the header's column, by each measure.
  private var outgrowingWidthCount = 0
  private var outgrowingCharactersCount = 0

  /// Adds (`count` 1) or takes away (-1) a cell.
  mutating func add(_ count: Int, _ cell: CellPadding) {
    if cell.textWidth == cell.characterCount {
      uniform.add(count, ofWidth: cell.textWidth)
    } else {
      widths.add(count, ofWidth: cell.textWidth)
      characters.add(count, ofWidth: cell.characterCount)
    }
    if cell.outgrows.isEmpty { return }
    if cell.outgrows.contains(.width) { outgrowingWidthCount += count }
    if cell.outgrows.contains(.characters) { outgrowingCharactersCount += count }
  }

  /// Adds the cells of another.
  mutating func add(_ other: ColumnTally) {
    uniform.add(other.uniform)
    widths.add(other.widths)
    characters.add(other.characters)
    outgrowingWidthCount += other.outgrowingWidthCount
    outgrowingCharactersCount += other.outgrowingCharactersCount
  }

  /// The longest text.
  func longest(by measure: TextMeasure) -> Int {
    max(uniform.max, measure == .width ? widths.max : characters.max)
  }

  /// Number of texts that are too long for the header's column.
  func outgrowingCount(by measure: TextMeasure) -> Int {
    measure == .width ? outgrowingWidthCount : outgrowingCharactersCount
  }
}
