import CatalogSchema

/// Chooses the layout of a table from what its rows add up to (contract: formatting styles).
enum TableLayout {
  /// The layout that a style gives a table.
  ///
  /// - Complexity: O(columns)
  static func choose(
    _ style: TableStyle, tally: LayoutTally, delimiter: DelimiterShape, header: RowShape.Forms,
    delimiterRow: [UInt8]
  ) -> RowLayout {
    let aligned = RowLayout(columnWidths: tally.columnWidths, alignments: delimiter.alignments)
    let compact = RowLayout(columnWidths: nil, alignments: delimiter.alignments)
    switch style {
    case .aligned: return aligned
    case .compact: return compact
    case .auto: break
    }
    if tally.allRowsFollowDelimiter, delimiterRow == aligned.delimiterRow { return aligned }
    if tally.allRowsAreCompact, delimiterRow == compact.delimiterRow { return compact }
    let bodyRowCount = tally.rowCount - 1
    let inColumns = tally.delimiterColumnsCount(withoutHeader: header)
    if !delimiter.isMinimal, inColumns * 2 > bodyRowCount { return aligned }
    let inside = tally.compactInsideCount(withoutHeader: header)
    if delimiter.isMinimal, inside * 2 > bodyRowCount { return compact }
    let width = tally.alignedWidth(delimiterIndent: delimiter.indent)
    return width <= LayoutTally.autoAlignedWidthMax ? aligned : compact
  }

  /// Whether every line has the form of a layout.
  ///
  /// - Complexity: O(columns)
  static func isFollowed(
    _ layout: RowLayout, tally: LayoutTally, delimiterRow: [UInt8]
  ) -> Bool {
    let areRowsFormatted =
      layout.columnWidths == nil ? tally.allRowsAreCompact : tally.allRowsFollowDelimiter
    return areRowsFormatted && delimiterRow == layout.delimiterRow
  }
}
