import CatalogSchema
import TableSyntax

/// A row read against its table's plan: what all rules look at.
struct RowReading {
  let plan: TablePlan
  let row: Row
  /// How the cells were given to columns.
  let fit: Fit
  /// The cells whose column is known, in order.
  var cells: [CellReading] = []

  enum Fit: Equatable {
    /// As many cells as columns.
    case exact
    /// Fewer; `missing` columns are clearly those without a cell.
    case short(ColumnFit.Way)
    /// More.
    case long(SurplusFit)
    /// A line without a pipe that stands in a table of several columns.
    case glued
  }

  init(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
    self.plan = plan
    self.row = row
    fit = Self.fit(line, row, plan)
    cells.reserveCapacity(row.cellCount)
    for (cell, column) in Self.assignment(fit, row, plan) {
      cells.append(
        CellReading(line, cell: cell, column: column, value: row.cells[cell].value, plan))
    }
  }

  /// A vocabulary column's cell by itself.
  init(plan: TablePlan, column: Int, value: Range<Int>, _ line: Span<UInt8>) {
    self.plan = plan
    row = Row()
    fit = .exact
    cells = [CellReading(line, cell: column, column: column, value: value, plan)]
  }

  private static func fit(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> Fit {
    let columnCount = plan.columns.count
    if row.cellCount == columnCount { return .exact }
    if row.cellCount < columnCount {
      let hasPipe =
        row.cellCount > 1 || row.hasClosingPipe
        || row.contentOffset < line.count && line[row.contentOffset] == UInt8(ascii: "|")
      return hasPipe ? .short(ColumnFit.fit(line, row, plan)) : .glued
    }
    return .long(SurplusFit.fit(line, row, plan))
  }

  /// Pairs of cell and column, for the cells whose column is certain.
  private static func assignment(_ fit: Fit, _ row: Row, _ plan: TablePlan) -> [(Int, Int)] {
    switch fit {
    case .exact, .long(.behindLast):
      return (0..<min(row.cellCount, plan.columns.count)).map { ($0, $0) }
    case .short(.clear(let missing)):
      let missing = Set(missing)
      return Array(zip(0..<row.cellCount, plan.columns.indices.filter { !missing.contains($0) }))
    case .long(.clear(let cells)):
      return Array(
        zip((0..<row.cellCount).filter { !cells.contains($0) }, plan.columns.indices))
    case .short(.unclear), .long(.unclear):
      return plan.keyColumn == 0 && row.cellCount > 0 ? [(0, 0)] : []
    case .glued:
      return []
    }
  }

  /// The cell of a column.
  func cell(ofColumn column: Int) -> CellReading? { cellIndex(ofColumn: column).map { cells[$0] } }

  /// The index in `cells` of a column's cell.
  func cellIndex(ofColumn column: Int) -> Int? {
    // Columns ascend from cell to cell.
    let index = cells.partitioningIndex { $0.column >= column }
    return index < cells.count && cells[index].column == column ? index : nil
  }

  /// Where a value may be put into a cell that has none, as one of its bytes.
  func place(of reading: CellReading) -> Range<Int> {
    if !reading.value.isEmpty { return reading.value }
    let cell = row.cells[reading.cell].range
    let start = min(cell.lowerBound + 1, cell.upperBound)
    return start..<start
  }

  /// An edit that puts another value into a cell.
  func replacement(of cell: CellReading, by value: [UInt8], _ line: Span<UInt8>) -> RowEdit {
    RowEdit(range: place(of: cell), replacement: row.closed(place(of: cell), value, line))
  }

  /// An edit that replaces a range and keeps the comments in it.
  func edit(_ range: Range<Int>, _ replacement: [UInt8], _ line: Span<UInt8>) -> RowEdit {
    var kept: [UInt8] = []
    for comment in row.comments(in: range) { kept += [0x20] + line.array(comment) }
    return RowEdit(range: range, replacement: row.closed(range, kept + replacement, line))
  }

  /// The terms of a cell that no rule doubts but for spelling.
  func terms(of reading: CellReading) -> [TermID] {
    reading.isTraded ? [] : reading.items.compactMap { $0.match.meant }
  }
}
