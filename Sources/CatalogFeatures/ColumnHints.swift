package import CatalogModel
import TableSyntax

/// The name of its column before each cell (LSP 3.17 *textDocument/inlayHint*).
package enum ColumnHints {
  /// A name and where it goes.
  package struct Hint: Sendable {
    /// The line.
    package var line: Int
    /// Byte column of the value that it stands before.
    package var byteColumn: Int
    /// The column's name.
    package var text: String
  }

  /// The hints for the body rows of some lines.
  ///
  /// - Complexity: O(bytes of the lines)
  package static func hints(
    of catalog: Catalog, lines: Range<Int>, _ interruption: Interruption = .never
  ) throws(Interrupted) -> [Hint] {
    var hints: [Hint] = []
    for table in catalog.tables {
      for line in table.bodyLines.clamped(to: lines) {
        try interruption.check()
        hints += catalog.withRow(line, in: table) { bytes, row in
          row.columns(bytes, table.plan).enumerated().compactMap { cell, column in
            guard let column, !table.plan.columns[column].header.isEmpty else { return nil }
            return Hint(
              line: line, byteColumn: row.cells[cell].value.lowerBound,
              text: table.plan.columns[column].header)
          }
        }
      }
    }
    return hints
  }
}
