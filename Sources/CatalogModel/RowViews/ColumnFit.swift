import CatalogSchema
import TableSyntax

/// The columns that the cells of a short row belong to.
enum ColumnFit {
  /// Cells × columns beyond which no fit is computed.
  static let comparisonCountMax = 4096

  /// How the cells can be given to columns in their order.
  enum Way: Equatable {
    /// The cells are in the first columns, as renderers show them: the row ends early.
    case atStart
    /// Values would be under wrong headers, and there is one other way, by the columns that it
    /// leaves out.
    case clear(missing: [Int])
    /// Values would be under wrong headers, and there is no other way, or there are several; with
    /// the columns that may be missing.
    case unclear(possible: [Int])
  }

  /// Fits a row that has fewer cells than columns.
  static func fit(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> Way {
    let columns = plan.columns
    let fits = row.cells.indices.map { columns[$0].accepts(line, row.cells[$0].value) }
    guard let first = fits.firstIndex(of: false) else { return .atStart }
    guard row.cellCount * columns.count <= comparisonCountMax else {
      return .unclear(possible: Array(first..<columns.count))
    }
    var alignment = CellAlignment(line, shortRow: row, columnCount: columns.count) {
      $0 == $1 ? fits[$0] : columns[$1].accepts(line, row.cells[$0].value)
    }
    if let missing = alignment.onlyMissingColumns { return .clear(missing: missing) }
    if alignment.wayCount > 0 { return .unclear(possible: alignment.possibleMissingColumns) }
    let isElsewhere = row.cells.indices.contains { cell in
      !fits[cell]
        && plan.termColumns.contains { $0 > cell && columns[$0].knows(line, row.cells[cell].value) }
    }
    if !isElsewhere { return .atStart }
    // An unknown value may be a misspelling of any term.
    let unknown = row.cells.indices.filter { cell in
      !plan.termColumns.contains { columns[$0].accepts(line, row.cells[cell].value) }
    }
    alignment.accept(unknown, in: plan.termColumns)
    return .unclear(
      possible: alignment.wayCount > 0
        ? alignment.possibleMissingColumns : Array(first..<columns.count))
  }
}

extension CellAlignment {
  /// The alignment of a row with fewer cells than columns.
  init(
    _ line: Span<UInt8>, shortRow row: Row, columnCount: Int,
    accepts: (_ cell: Int, _ column: Int) -> Bool
  ) {
    // Texts matter only as far as they are empty.
    let texts = row.cells.enumerated().map { $1.value.isEmpty ? 0 : $0 + 1 }
    self.init(texts: texts, columnCount: columnCount, accepts: accepts)
  }
}
