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
}
