package import CatalogModel
package import CatalogSchema
package import LineStore
import TableSyntax

/// Formatting of tables (contract: tables only, no cell added, dropped or moved).
package enum Formatting {
  /// The edits that give all tables their layout: one for each changed stretch of a line, in order.
  ///
  /// - Complexity: O(lines of the range), without a look at the text of rows that need no change
  package static func edits(
    in catalog: Catalog, style: TableStyle, lines: Range<Int>? = nil
  ) -> [TextEdit] {
    (try? edits(in: catalog, style: style, lines: lines, .never)) ?? []
  }

  /// The same, as long as it is not interrupted.
  package static func edits(
    in catalog: Catalog, style: TableStyle, lines: Range<Int>? = nil, _ interruption: Interruption
  ) throws(Interrupted) -> [TextEdit] {
    var edits: [TextEdit] = []
    let ignored = catalog.ignoredTableIDs
    for table in catalog.tables where !ignored.contains(table.id) {
      try interruption.check()
      let wanted = table.lines.clamped(to: lines ?? table.lines)
      if wanted.isEmpty || catalog.isFormatted(table, style: style) { continue }
      let layout = catalog.layout(of: table, style: style)
      for line in catalog.linesToFormat(of: table, as: layout) where wanted.contains(line) {
        try interruption.check()
        edits += self.edits(line, table, layout, catalog)
      }
    }
    return edits
  }

  private static func edits(
    _ line: Int, _ table: CatalogTable, _ layout: RowLayout, _ catalog: Catalog
  ) -> [TextEdit] {
    if line == table.delimiterLine {
      return catalog.text.withLine(line) { bytes, _ in
        layout.delimiterEdits(line: line, bytes, from: table.delimiterOffset)
      }
    }
    return catalog.withRow(line, in: table) { bytes, row in
      if line == table.headerLine, HeaderRow.mustStay(bytes, from: row.contentOffset) { return [] }
      return layout.edits(of: row, line: line, bytes)
    }
  }
}
