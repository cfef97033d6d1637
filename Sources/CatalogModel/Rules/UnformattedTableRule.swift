package import CatalogSchema
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

extension Catalog {
  /// The layout that a style gives a table.
  ///
  /// - Complexity: O(columns)
  package func layout(of table: CatalogTable, style: TableStyle) -> RowLayout {
    TableLayout.choose(
      style, tally: table.tally.layout, delimiter: table.frame.delimiter, header: table.headerForms,
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

  /// The lines of a table that a layout would change, and the delimiter row; rows are not read.
  ///
  /// - Complexity: O(rows)
  package func linesToFormat(of table: CatalogTable, as layout: RowLayout) -> [Int] {
    let isDelimiterShared =
      layout.columnWidths == nil || delimiterRow(of: table) == layout.delimiterRow
    let form: RowShape.Forms = layout.columnWidths == nil ? .compact : .delimiterWidths
    guard isDelimiterShared else { return Array(table.lines) }
    var lines = [table.headerLine, table.delimiterLine]
    var place = text.block(ofLine: table.bodyLines.lowerBound)
    var line = table.bodyLines.lowerBound
    while line < table.bodyLines.upperBound, place.block < facts.count {
      let block = facts[place.block].lines
      while place.lineInBlock < block.count, line < table.bodyLines.upperBound {
        if !block[place.lineInBlock].forms.contains(form) { lines.append(line) }
        place.lineInBlock += 1
        line += 1
      }
      place = (place.block + 1, 0)
    }
    return lines
  }

  private func delimiterRow(of table: CatalogTable) -> [UInt8] {
    text.withLine(table.delimiterLine) { bytes, _ in
      bytes.array(min(table.delimiterOffset, bytes.count)..<bytes.count)
    }
  }
}
