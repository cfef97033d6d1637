/// The role of a line with regard to tables.
public enum LineRole: Equatable, Sendable {
  /// Not part of a table, unless the next line is a delimiter row.
  case other
  /// Code, front matter, or the inside of an HTML block that no blank line ends, such as a comment.
  case verbatim
  /// An HTML comment that is a block and ends in this line; it starts at the byte offset given.
  case comment(contentOffset: Int)
  /// A delimiter row; the line before is the header row.
  case delimiterRow(contentOffset: Int, header: HeaderRow)
  /// Like a delimiter row, but the line before has another number of cells; one has several.
  case mismatchedDelimiterRow(contentOffset: Int)
  /// A body row, its content starting at the byte offset given.
  case bodyRow(contentOffset: Int)
}
