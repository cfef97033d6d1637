package import CatalogModel

extension Catalog {
  /// The tables with equal headers together, in the order of the first of them.
  ///
  /// - Complexity: O(headers)
  package var tablesByHeaders: [[CatalogTable]] {
    Dictionary(grouping: tables) { $0.plan.columns.map(\.header) }.values
      .sorted { $0[0].headerLine < $1[0].headerLine }
  }

  /// Calls `body` with each body row of a table: its line number, bytes and cells.
  func forEachRow(of table: CatalogTable, _ body: (Int, Span<UInt8>, Row) -> Void) {
    for line in table.bodyLines { withRow(line, in: table) { body(line, $0, $1) } }
  }

  /// The trimmed texts of a row's cells.
  func cellTexts(ofLine line: Int, in table: CatalogTable) -> [String] {
    withRow(line, in: table) { bytes, row in
      row.cells.map { bytes.string(row.trimmed($0, in: bytes)) }
    }
  }
}
