/// What a line turned out to be, as far as tables care.
public enum LineRole: Equatable, Sendable {
  /// No part of a table, unless the next line is a delimiter row.
  case other
  /// Code, or the inside of an HTML block that no blank line ends, such as a comment.
  case verbatim
  /// An HTML comment that is a block and ends in this line; it starts at the byte offset given.
  case comment(contentOffset: Int)
  /// A delimiter row; the line before is the header row.
  case delimiterRow(contentOffset: Int, header: HeaderRow)
  /// Like a delimiter row of two cells or more, but the line before has another number of cells.
  case mismatchedDelimiterRow(contentOffset: Int)
  /// A body row, its content starting at the byte offset given.
  case bodyRow(contentOffset: Int)
}

/// A table's header row (GFM 0.29 §4.10), or a paragraph's last line that could be one.
public struct HeaderRow: Equatable, Sendable {
  /// Byte offset where its content starts.
  public var contentOffset = 0
  /// Number of cells, 0 where it can be no row.
  public var cellCount = 0
  /// Whether a pipe or a space more would change what it means, so that it must stay as it is.
  public var mustStay = false
}
