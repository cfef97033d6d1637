import CatalogSchema
import LineStore
import TableSyntax

/// Formatting would change the table.
///
/// Reported once, on the header. `mdcatalog format` mends it; `check --fix` does not, because it
/// would touch every row.
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
