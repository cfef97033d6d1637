extension Row {
  /// The column of each cell, nil where it is not clear (contract: `missing-cell`).
  package func columns(_ line: Span<UInt8>, _ plan: TablePlan) -> [Int?] {
    var columns = [Int?](repeating: nil, count: cellCount)
    if cellCount == plan.columns.count { return plan.columns.indices.map { $0 } }
    if cellCount > plan.columns.count {
      for index in plan.columns.indices { columns[index] = index }
      return columns
    }
    guard case .clear(let missing) = ColumnFit.fit(line, self, plan) else {
      return cells.indices.map { $0 }
    }
    let present = plan.columns.indices.filter { !missing.contains($0) }
    for (cell, column) in zip(cells.indices, present) { columns[cell] = column }
    return columns
  }
}
