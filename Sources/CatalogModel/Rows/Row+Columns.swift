extension Row {
  /// The column of each cell, nil where it has none (contract: `missing-cell`).
  package func columns(_ line: Span<UInt8>, _ plan: TablePlan) -> [Int?] {
    var columns = [Int?](repeating: nil, count: cellCount)
    if cellCount == plan.columns.count { return plan.columns.indices.map { $0 } }
    for (cell, column) in zip(presentCells(line, plan), presentColumns(line, plan)) {
      columns[cell] = column
    }
    return columns
  }

  /// The cells that belong to columns.
  private func presentCells(_ line: Span<UInt8>, _ plan: TablePlan) -> [Int] {
    guard cellCount > plan.columns.count,
      case .clear(let surplus) = SurplusFit.fit(line, self, plan)
    else { return Array(cells.indices) }
    return cells.indices.filter { !surplus.contains($0) }
  }

  /// The columns that cells belong to.
  private func presentColumns(_ line: Span<UInt8>, _ plan: TablePlan) -> [Int] {
    guard cellCount < plan.columns.count,
      case .clear(let missing) = ColumnFit.fit(line, self, plan)
    else { return Array(plan.columns.indices) }
    return plan.columns.indices.filter { !missing.contains($0) }
  }

  /// The index of the cell that holds the row's name; nil where none is known to.
  func nameCell(_ line: Span<UInt8>, _ facts: LineFacts, _ plan: TablePlan) -> Int? {
    guard let key = plan.keyColumn else { return nil }
    let cell =
      facts.nameCell == LineFacts.noCell
      ? RowReading(line, self, plan).cell(ofColumn: key)?.cell : Int(facts.nameCell)
    return cell.flatMap { $0 < cellCount ? $0 : nil }
  }
}
