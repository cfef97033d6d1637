import CatalogSchema
import LineStore
import TableSyntax

/// Formatting would change the table.
///
/// Reported once, on the header. `mdcatalog format` fixes it; `check --fix` does not, because it
/// would touch every row.
///
/// Fix: `mdcatalog format`
/// Bad: `|a| b |`
/// Good: `| a | b |`
package enum UnformattedTableRule {
  package static let rule = Rule(
    "unformatted-table", .hint, .table { table, catalog, _ in problems(of: table, in: catalog) })

  private static func problems(of table: CatalogTable, in catalog: Catalog) -> [Problem] {
    if table.isFormatted || catalog.isUnformattable(table) { return [] }
    let end = catalog.text.withLine(table.headerLine) { bytes, _ in
      bytes.withoutBlanks(0..<bytes.count).upperBound
    }
    return [
      rule.problem(
        TextPosition.range(table.headerLine, min(table.headerOffset, end)..<end),
        "This table is not formatted: run “mdcatalog format”")
    ]
  }
}
