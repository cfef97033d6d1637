/// How a table's cells are padded.
package enum TableStyle: String, Sendable, CaseIterable {
  /// Whatever the table seems to follow already.
  case auto
  /// Cells padded to their column's display width.
  case aligned
  /// One space each side of a cell, no padding.
  case compact
}
