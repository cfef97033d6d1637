import LineStore
import TableSyntax

/// Lines shortly after a table that were meant as its rows.
struct UnrenderedRows {
  /// The lines.
  let lines: Range<Int>

  /// Lines of a paragraph that are checked one by one; the rest of its lines count as rows.
  static let checkedCountMax = 1_000

  /// Finds the lines that begin within two lines after a table; nil if no line does.
  init?(after table: CatalogTable, in catalog: Catalog) {
    let end = table.endLine
    guard table.plan.columns.count > 1, end < catalog.text.lineCount,
      catalog.lineMetadata(end).role != .ignoreStart
    else { return nil }
    var likeness = RowLikeness(table, catalog)
    let isBlank = LineShape(end, in: catalog).cellCount == 0
    let first = [end, end + 1].first {
      likeness.isUnrenderedRow($0, isAttached: !isBlank)
    }
    guard let first, !catalog.isHeading(paragraphFrom: first) else { return nil }
    var last = first
    while likeness.isUnrenderedRow(last + 1, isAttached: !isBlank, afterCount: last - first) {
      last += 1
    }
    lines = first..<last + 1
  }
}

/// What makes a line look like a row of a table.
struct RowLikeness {
  private let catalog: Catalog
  private let table: CatalogTable
  /// Pipes of the table's header or its last row, whichever has fewer; few tables have a line below
  /// them that is compared with it.
  private lazy var pipeCount = min(
    LineShape(table.headerLine, in: catalog).pipeCount,
    LineShape(table.bodyLines.last ?? table.headerLine, in: catalog).pipeCount)

  init(_ table: CatalogTable, _ catalog: Catalog) {
    self.catalog = catalog
    self.table = table
  }

  /// Whether a line was meant as a row. Headings, list items and HTML count only if no blank line
  /// separates them from the table (`isAttached`).
  mutating func isUnrenderedRow(_ line: Int, isAttached: Bool, afterCount count: Int = 0) -> Bool {
    guard line < catalog.text.lineCount, catalog.tableIndex(atLine: line) == nil,
      catalog.lineMetadata(line + 1).role != .mismatchedDelimiterRow
    else { return false }
    let metadata = catalog.lineMetadata(line)
    guard metadata.role == .paragraph || metadata.role == .other && isAttached,
      metadata.nameKey == 0
    else { return false }
    if catalog.isFootnote(line) { return false }
    if metadata.role == .paragraph, count > UnrenderedRows.checkedCountMax { return true }
    let isText = metadata.role == .paragraph && !catalog.isListItem(line)
    let shape = LineShape(line, in: catalog)
    if !isText, !isAttached || shape.beginsWithAngle || shape.textPipeCount < 2 { return false }
    return isLike(shape)
  }

  /// Whether a line has about the number of pipes and cells of the table's rows.
  private mutating func isLike(_ shape: LineShape) -> Bool {
    let columnCount = table.plan.columns.count
    guard shape.textPipeCount > 0, shape.textPipeCount * 3 >= pipeCount * 2 else { return false }
    let tolerance = shape.hasOpeningPipe || columnCount >= 4 ? 1 : 0
    guard abs(shape.cellCount - columnCount) <= tolerance else { return false }
    return shape.textPipeCount > 1 || !shape.endsSentence
  }
}

extension Catalog {
  /// Whether a line begins with the label of a footnote definition, before its text.
  func isFootnote(_ line: Int) -> Bool {
    let offset = Int(lineMetadata(line).contentOffset)
    return text.withLine(line) { bytes, _ in
      let prefix = bytes.skip(while: { $0.isBlank || $0 == UInt8(ascii: ">") }, from: 0)
      return prefix < offset && bytes.hasPrefix("[^", at: prefix)
    }
  }

  /// Whether a line opens a list item.
  func isListItem(_ line: Int) -> Bool {
    let offset = Int(lineMetadata(line).contentOffset)
    return text.withLine(line) { bytes, _ in
      // A byte order mark counts as a prefix.
      let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB ? 3 : 0
      let prefix = bytes.skip(while: { $0.isBlank || $0 == UInt8(ascii: ">") }, from: start)
      return prefix < offset
    }
  }

  /// Whether the paragraph from a line on is a heading's text.
  func isHeading(paragraphFrom line: Int) -> Bool {
    let end = paragraphEnd(from: line)
    return end > line && end < text.lineCount && lineMetadata(end).role == .other
      && LineShape(end, in: self).isUnderline
  }

  /// One past the paragraph that a line is in.
  private func paragraphEnd(from line: Int) -> Int {
    var end = line
    while end < text.lineCount, lineMetadata(end).role == .paragraph { end += 1 }
    return end
  }

  /// The lines of a paragraph with a pipe outside code, from a line on.
  func paragraphRows(from line: Int) -> Range<Int> {
    var end = line
    while end < text.lineCount, lineMetadata(end).role == .paragraph,
      tableIndex(atLine: end) == nil,
      lineMetadata(end + 1).role != .mismatchedDelimiterRow,
      end - line > UnrenderedRows.checkedCountMax || LineShape(end, in: self).textPipeCount > 0
    {
      end += 1
    }
    return line..<end
  }
}
