import CatalogSchema
import LineStore
import TableSyntax

/// Lines shortly after a table that were meant as its rows.
struct UnrenderedRows {
  /// The lines, blank lines between them included.
  let lines: Range<Int>
  /// Number of lines that are not blank; of a longer run, more than `RowLikeLines.countMax`.
  let rowCount: Int

  /// Finds the lines that begin shortly after a table; nil if no line does.
  ///
  /// Lines after the first `RowLikeLines.countMax` are rows if they belong to the same paragraph.
  ///
  /// - Complexity: O(lines), of which at most `RowLikeLines.countMax` are read
  init?(after table: CatalogTable, in catalog: Catalog) {
    let end = table.endLine
    guard table.plan.columns.count > 1, end < catalog.text.lineCount,
      catalog.lineMetadata(end).role != .ignoreStart, !catalog.lineMetadata(end - 1).isText
    else { return nil }
    var likeness = RowLikeness(table, catalog)
    let isBlank = LineShape(end, in: catalog).cellCount == 0
    var first = end
    if !likeness.isUnrenderedRow(end, isAttached: !isBlank) {
      first = end + 1
      if isBlank { first = catalog.firstLineNotBlank(from: first) }
      guard likeness.isUnrenderedRow(first, isAttached: !isBlank) else { return nil }
    }
    let isFar = first > end + 1
    guard !catalog.isHeading(paragraphFrom: first),
      UnrenderedTable(startingAt: first, in: catalog)?.isOfItsOwn != true,
      !isFar || LineShape(first, in: catalog).isBoxed
    else { return nil }
    var last = first
    var count = 1
    while last - first < RowLikeLines.countMax {
      var next = last + 1
      if likeness.isUnrenderedRow(next, isAttached: !isBlank) {
        last = next
        count += 1
        continue
      }
      guard catalog.isBlank(next), LineShape(last, in: catalog).isBoxed else { break }
      next = catalog.firstLineNotBlank(from: next)
      guard likeness.isUnrenderedRow(next, isAttached: false),
        LineShape(next, in: catalog).isBoxed,
        UnrenderedTable(startingAt: next, in: catalog)?.isOfItsOwn != true
      else { break }
      last = next
      count += 1
    }
    if last - first == RowLikeLines.countMax, count == last - first + 1 {
      while last + 1 < catalog.text.lineCount, catalog.lineMetadata(last + 1).role == .paragraph,
        catalog.tableIndex(atLine: last + 1) == nil
      {
        last += 1
      }
    }
    lines = first..<last + 1
    rowCount = count
  }
}

/// What makes a line look like a row of a table.
struct RowLikeness {
  private let catalog: Catalog
  private let table: CatalogTable
  /// The table's last row, or its header.
  private lazy var lastShape = LineShape(
    table.bodyLines.last ?? table.headerLine, in: catalog)
  /// Pipes of the table's header or its last row, whichever has fewer; few tables have a line below
  /// them that is compared with it.
  private lazy var pipeCount = min(
    LineShape(table.headerLine, in: catalog).pipeCount, lastShape.pipeCount)

  init(_ table: CatalogTable, _ catalog: Catalog) {
    self.catalog = catalog
    self.table = table
  }

  /// Whether a line was meant as a row. Headings, list items, code and HTML count only if no blank
  /// line separates them from the table (`isAttached`).
  mutating func isUnrenderedRow(_ line: Int, isAttached: Bool) -> Bool {
    guard line < catalog.text.lineCount, catalog.tableIndex(atLine: line) == nil,
      catalog.lineMetadata(line + 1).role != .mismatchedDelimiterRow
    else { return false }
    let metadata = catalog.lineMetadata(line)
    let isCode = metadata.role == .verbatim && metadata.isRowLike
    guard metadata.role == .paragraph || isAttached && (metadata.role == .other || isCode),
      metadata.nameKey == 0
    else { return false }
    if catalog.isFootnote(line) { return false }
    let isListItem = catalog.isListItem(line)
    let shape = LineShape(line, in: catalog, withMarker: isListItem)
    if metadata.role != .paragraph || isListItem {
      guard isAttached, !shape.beginsWithAngle,
        shape.textPipeCount > 1 || isListItem && catalog.hasPipeAfterMarker(line)
      else { return false }
    }
    return isLike(shape, isAttached: isAttached)
  }

  /// Whether a line has about the number of pipes and cells of the table's rows.
  private mutating func isLike(_ shape: LineShape, isAttached: Bool) -> Bool {
    let columnCount = table.plan.columns.count
    guard shape.textPipeCount > 0, shape.textPipeCount * 3 >= pipeCount * 2 else { return false }
    let tolerance = shape.hasOpeningPipe || columnCount >= 4 ? 1 : 0
    guard abs(shape.cellCount - columnCount) <= tolerance else { return false }
    if !isAttached, !shape.hasOpeningPipe, shape.isNavigation, !lastShape.isNavigation {
      return false
    }
    return shape.textPipeCount > 1 || !shape.endsSentence
  }
}
