import CatalogSchema
import TableSyntax

/// The columns that the cells of a short row belong to.
enum ColumnFit {
  /// Cells × columns beyond which no fit is computed.
  static let comparisonCountMax = 4096

  /// How the cells can be given to columns in their order.
  enum Way: Equatable {
    /// One way, by the columns that it leaves out.
    case clear(missing: [Int])
    /// No way, or several; with the columns that may be missing.
    case unclear(possible: [Int])
  }

  /// Fits a row that has fewer cells than columns.
  static func fit(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> Way {
    guard row.cellCount * plan.columns.count <= comparisonCountMax else {
      return .unclear(possible: columnsFromFirstMisfit(line, row, plan))
    }
    // Texts matter only as far as they are empty.
    let texts = row.cells.enumerated().map { $1.value.isEmpty ? 0 : $0 + 1 }
    var alignment = CellAlignment(texts: texts, columnCount: plan.columns.count) {
      plan.columns[$1].accepts(line, row.cells[$0].value)
    }
    if let missing = alignment.onlyMissingColumns { return .clear(missing: missing) }
    if alignment.wayCount > 0 { return .unclear(possible: alignment.possibleMissingColumns) }
    // An unknown value may be a misspelling of any term.
    let unknown = row.cells.indices.filter { cell in
      !plan.termColumns.contains { plan.columns[$0].accepts(line, row.cells[cell].value) }
    }
    alignment.accept(unknown, in: plan.termColumns)
    return .unclear(
      possible: alignment.wayCount > 0
        ? alignment.possibleMissingColumns : columnsFromFirstMisfit(line, row, plan))
  }

  /// The columns from the first on that does not accept the cell at its position.
  private static func columnsFromFirstMisfit(
    _ line: Span<UInt8>, _ row: Row, _ plan: TablePlan
  ) -> [Int] {
    let first = row.cells.indices.first { index in
      index < plan.columns.count && !plan.columns[index].accepts(line, row.cells[index].value)
    }
    return Array((first ?? row.cellCount)..<plan.columns.count)
  }
}
