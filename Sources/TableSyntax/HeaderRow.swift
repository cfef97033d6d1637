/// A table's header row (GFM 0.29 §4.10), or a paragraph's last line that could be one.
public struct HeaderRow: Equatable, Sendable {
  /// Byte offset where its content starts.
  public var contentOffset = 0
  /// Number of cells, 0 where it cannot be a row.
  public var cellCount = 0
  /// Whether one more pipe or space would change its meaning, so that it must not be changed.
  public var mustStay = false
  /// Whether it is not the first line of its paragraph: it may be indented by more than code is, or
  /// be outside the containers that the rows are in.
  public var continuesParagraph = false
}
