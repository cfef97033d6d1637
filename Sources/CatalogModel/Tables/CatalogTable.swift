import TableSyntax

/// A table of the catalog: where it stands, what its columns mean, what its rows add up to.
package struct CatalogTable: Sendable {
  /// Stays with the table through edits that leave its header's meaning.
  package let id: Int
  /// 0-based line of the header row; the delimiter row is the next, then the body rows.
  package internal(set) var headerLine: Int
  /// One past the last body row's line.
  package internal(set) var endLine: Int
  /// Byte offset where the header row starts in its line.
  package let headerOffset: Int
  /// Byte offset where the delimiter row starts in its line.
  package let delimiterOffset: Int
  /// What the columns mean: with the schema only where the values bear it out.
  package let plan: TablePlan
  /// What the headers alone suggest.
  let candidate: TablePlan
  let delimiter: DelimiterShape
  var headerForms: RowShape.Forms = []
  var tally: TableTally

  /// All lines of the table.
  package var lines: Range<Int> { headerLine..<endLine }
  /// The body rows' lines.
  package var bodyLines: Range<Int> { headerLine + 2..<max(headerLine + 2, endLine) }
  /// The line of the delimiter row.
  package var delimiterLine: Int { headerLine + 1 }
  /// How often the rows use each term.
  package var terms: TermTally { tally.terms }
  /// Number of body rows.
  package var rowCount: Int { tally.rowCount }

  var isSchemaInForce: Bool { plan === candidate }

  /// The same table, read for its structure alone.
  var withoutSchema: CatalogTable {
    CatalogTable(
      id: id, headerLine: headerLine, endLine: endLine, headerOffset: headerOffset,
      delimiterOffset: delimiterOffset, plan: plan.withoutSchema, candidate: candidate,
      delimiter: delimiter, headerForms: headerForms, tally: tally)
  }
}
