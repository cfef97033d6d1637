import CatalogSchema
import LineStore
import TableSyntax

/// Lines meant as rows that are rendered as plain text, or as rows of another table.
///
/// GFM reads a table only where a delimiter row of hyphens with as many cells as the header is
/// directly under the header, and where the table's lines follow one another without blank lines,
/// indentation or list markers. The first such line is reported once, with the number of lines. A
/// record that is wrapped over several lines is reported as one, and so is a table directly under
/// another. There is a fix if it makes rows of these lines.
///
/// Fix: safe for one blank line and for the number of cells of a delimiter row, else unsafe
/// Bad: a blank line between two rows
/// Good: the rows directly under one another
enum BrokenTableRule {
  static let rule = Rule(
    "broken-table", .error,
    .line(
      LineCheck(
        mayFind: { $1.metadata[$0].counts.mismatches > 0 },
        mayReport: { $0.role == .mismatchedDelimiterRow },
        problems: MismatchedTable.problems)),
    .line(
      LineCheck(
        mayFind: { $1.metadata[$0].counts.rowLikes > 0 },
        mayReport: { $0.isRowLike && $0.role != .mismatchedDelimiterRow },
        problems: UnrenderedTableCheck.problems)),
    .table(UnrenderedRowsCheck.problems),
    .relation(SecondTable.relation),
    .relation(WrappedRecord.relation))
}
