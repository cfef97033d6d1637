import CatalogSchema
import TableSyntax

/// What a cell holds, as far as columns of tables without a schema differ in it.
enum CellKind: UInt8, Sendable {
  /// Nothing.
  case blank
  /// A placeholder for a value.
  case placeholder
  /// A link or a URL.
  case link
  /// Digits without letters: a number, a date, a range.
  case number
  /// Letters without digits.
  case words
  /// Anything else.
  case other

  /// Bytes of a number or of words, at most.
  private static let byteCountMax = 48

  /// The kind of a cell with some value.
  init(_ line: Span<UInt8>, _ value: Range<Int>, _ missingValues: MissingValues) {
    guard let first = value.first else {
      self = .blank
      return
    }
    if missingValues.contains(line, value) {
      self = .placeholder
    } else if line[first] == UInt8(ascii: "[") || LearnedValues.hasLink(line, value) {
      self = .link
    } else {
      self = value.count > Self.byteCountMax ? .other : Self.ofText(line, value)
    }
  }

  private static func ofText(_ line: Span<UInt8>, _ value: Range<Int>) -> CellKind {
    var hasDigit = false
    var hasLetter = false
    for index in value {
      let byte = line[index]
      if byte.isDigit { hasDigit = true }
      // Signs are U+00A0 to U+00BF, U+2000 to U+2FFF, and beyond U+FFFF.
      if byte.isLetter || byte >= 0xC3 && byte != 0xE2 && byte < 0xF0 { hasLetter = true }
    }
    return hasDigit == hasLetter ? .other : hasDigit ? .number : .words
  }
}

/// The kinds of a row's cells: a reusable buffer.
struct RowCells: Sendable {
  /// A cell that adds to the sums of its column.
  struct Cell: Sendable {
    let column: Int
    let kind: CellKind
    /// What separates its links, if it has several.
    var separator: LinkSeparator?
  }

  /// The blank cells, those that a short row lacks included; of a row with one cell per column also
  /// the cells of columns without a schema.
  private(set) var cells: ContiguousArray<Cell> = []
  /// Whether the row adds to the sums; a template does not.
  private(set) var isCounted = false
  /// Whether there are fewer cells than columns.
  private(set) var isShort = false

  /// Forgets all and keeps the memory.
  mutating func removeAll() {
    isCounted = false
    if !cells.isEmpty { cells.removeAll(keepingCapacity: true) }
  }

  /// Reads a body row.
  mutating func read(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    removeAll()
    let count = plan.columns.count
    isShort = row.cellCount < count
    for column in 0..<min(row.cellCount, count) where row.cells[column].value.isEmpty {
      cells.append(Cell(column: column, kind: .blank))
    }
    for column in min(row.cellCount, count)..<count {
      cells.append(Cell(column: column, kind: .blank))
    }
    if plan.hasFreeColumns, row.cellCount == count { addKinds(line, row, plan) }
    // A row without blank cells may be one of placeholders, which count as cells that are filled.
    isCounted = cells.isEmpty || !plan.isTemplate(line, row)
  }

  /// Adds the cells of columns without a schema.
  private mutating func addKinds(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    for (column, isFree) in plan.isFree.enumerated() where isFree {
      let value = row.cells[column].value
      if value.isEmpty { continue }
      let kind = CellKind(line, value, plan.missingValues)
      cells.append(
        Cell(
          column: column, kind: kind,
          separator: kind == .link ? LinkSeparator.of(line, value) : nil))
    }
  }
}
