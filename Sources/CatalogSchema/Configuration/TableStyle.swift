/// The padding of a table's cells.
package enum TableStyle: String, Sendable, CaseIterable {
  /// The table's own style.
  case auto
  /// Cells padded to their column's display width.
  case aligned
  /// One space each side of a cell, no padding.
  case compact
  /// Nothing around a cell.
  case tight
}
