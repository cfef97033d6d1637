package import CatalogModel
import TableSyntax

/// The column's name before each cell (LSP 3.17 *textDocument/inlayHint*).
package enum ColumnHints {
  /// A column's name and its place.
  package struct Hint: Sendable {
    /// The line.
    package var line: Int
    /// Byte column of the cell's value.
    package var byteColumn: Int
    /// The column's name.
    package var text: String
  }

  /// The hints for the body rows in a range of lines.
  ///
  /// - Complexity: O(bytes of the lines)
  package static func hints(
    of catalog: Catalog, lines: Range<Int>, _ interruption: Interruption = .never
  ) throws(Interrupted) -> [Hint] {
    var hints: [Hint] = []
    for table in catalog.tables {
      let bodyLines = table.bodyLines.clamped(to: lines)
      if bodyLines.isEmpty { continue }
      let headers = table.plan.columns.map {
        ShownText.cut($0.header, to: DisplayLimits.nameLengthMax)
      }
      for line in bodyLines {
        try interruption.check()
        hints += catalog.withRow(line, in: table) { bytes, row in
          row.columns(bytes, table.plan).enumerated().compactMap { cell, column in
            guard let column, !headers[column].isEmpty else { return nil }
            let start = row.cells[cell].value.lowerBound
            return Hint(line: line, byteColumn: start, text: headers[column])
          }
        }
      }
    }
    return hints
  }
}
