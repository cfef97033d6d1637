package import CatalogSchema
import LineStore
import TableSyntax

/// Formatting would change the table.
///
/// Told once, on the header. `mdcatalog format` mends it; `check --fix` does not, because it would
/// touch every row.
///
/// Bad: `|a|b|`
/// Good: `| a | b |`
enum UnformattedTableRule {
  static func problem(of table: CatalogTable, in catalog: Catalog) -> Problem? {
    if catalog.isFormatted(table, style: catalog.configuration.style) { return nil }
    let end = catalog.text.withLine(table.headerLine) { bytes, _ in
      bytes.withoutBlanks(0..<bytes.count).upperBound
    }
    return Problem(
      rule: .unformattedTable, severity: .hint,
      range: TextPosition.range(table.headerLine, min(table.headerOffset, end)..<end),
      message: "Formatting would change this table; run “mdcatalog format”")
  }
}

extension Catalog {
  /// The layout that a style gives a table.
  ///
  /// - Complexity: O(columns)
  package func layout(of table: CatalogTable, style: TableStyle) -> RowLayout {
    TableLayout.choose(
      style, tally: table.tally.layout, delimiter: table.delimiter, header: table.headerForms,
      delimiterRow: delimiterRow(of: table))
  }

  /// Whether a table has the layout of a style already.
  ///
  /// - Complexity: O(columns)
  package func isFormatted(_ table: CatalogTable, style: TableStyle) -> Bool {
    TableLayout.isFollowed(
      layout(of: table, style: style), tally: table.tally.layout,
      delimiterRow: delimiterRow(of: table))
  }

  /// Whether a body row has a layout already; needs no look at the text.
  package func isFormatted(bodyLine line: Int, as layout: RowLayout) -> Bool {
    let form: RowShape.Forms = layout.columnWidths == nil ? .compact : .delimiterWidths
    return lineFacts(line).forms.contains(form)
  }

  private func delimiterRow(of table: CatalogTable) -> [UInt8] {
    text.withLine(table.delimiterLine) { bytes, _ in
      bytes.array(min(table.delimiterOffset, bytes.count)..<bytes.count)
    }
  }
}
