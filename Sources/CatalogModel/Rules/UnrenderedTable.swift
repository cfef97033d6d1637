import CatalogSchema
import LineStore
import TableSyntax

/// Lines outside all tables that were meant as a table, and why GFM reads none.
struct UnrenderedTable {
  enum Flaw: Equatable {
    /// There is no delimiter row.
    case noDelimiterRow
    /// The delimiter row has other characters than hyphens.
    case foreignDelimiterRow
    /// The delimiter row is indented like code.
    case indentedDelimiterRow
    /// The delimiter row is outside the list item or quote of the header.
    case outerDelimiterRow
    /// Blank lines are between header and delimiter row, which is in this line.
    case separateDelimiterRow(Int)
    /// The line of dashes under the header makes it a heading.
    case heading
    /// There is no header row above the delimiter row.
    case noHeader
    /// The lines are above the header of a table.
    case aboveHeader
    /// Several rows are on this line.
    case oneLine(Int)
    /// The table is indented like code.
    case code
  }

  let flaw: Flaw
  /// The lines, from the header on.
  let lines: Range<Int>
  /// Number of lines that are not blank.
  private(set) var rowCount = 0

  /// Reads the table that a line begins; nil where it begins none.
  ///
  /// - Complexity: O(lines), at most `RowLikeLines.countMax`
  init?(startingAt line: Int, in catalog: Catalog) {
    guard catalog.isRowLike(line), catalog.tableIndex(atLine: line) == nil,
      !catalog.continuesRows(line)
    else { return nil }
    let run = catalog.rowLikeLines(from: line)
    let isMismatched = run.contains {
      catalog.lineMetadata($0).role == .mismatchedDelimiterRow
    }
    if isMismatched { return nil }
    if let index = catalog.tableIndex(atLine: run.upperBound) {
      let count = catalog.tables[index].plan.columns.count
      guard catalog.lineMetadata(line).role == .paragraph,
        run.allSatisfy({ LineShape($0, in: catalog).isBoxedRow(of: count) })
      else { return nil }
      flaw = .aboveHeader
      lines = run
      rowCount = run.count
      return
    }
    var reading = TableOutline(run, catalog)
    guard let flaw = reading.flaw else { return nil }
    self.flaw = flaw
    if case .separateDelimiterRow(let delimiter) = flaw {
      lines = line..<catalog.rowLikeLines(from: delimiter).upperBound
      rowCount = line + 1 - delimiter
    } else if flaw == .heading {
      lines = line..<catalog.rowLikeLines(from: line + 2).upperBound
    } else if flaw == .code, run.count == 1 {
      lines = line..<catalog.rowLikeLines(from: line + 1).upperBound
    } else {
      lines = run
    }
    rowCount += lines.count
  }

  /// Whether the lines cannot be rows of a table above: they have a delimiter row of their own.
  var isOfItsOwn: Bool { flaw != .noDelimiterRow && flaw != .code && flaw != .aboveHeader }
}

/// What is wrong with lines that may be meant as a table.
private struct TableOutline {
  private let run: Range<Int>
  private let catalog: Catalog
  private let first: LineShape

  init(_ run: Range<Int>, _ catalog: Catalog) {
    self.run = run
    self.catalog = catalog
    first = LineShape(run.lowerBound, in: catalog)
  }

  var flaw: UnrenderedTable.Flaw? {
    mutating get {
      let isCode = catalog.lineMetadata(run.lowerBound).role == .verbatim
      if isCode || catalog.indentation(ofLine: run.lowerBound) >= 4, catalog.isInTab(run.lowerBound)
      {
        return nil
      }
      if isCode { return codeFlaw }
      if let line = run.prefix(2).first(where: { catalog.oneLineTable($0) != nil }) {
        return .oneLine(line)
      }
      return delimiterFlaw ?? separationFlaw ?? (isWithoutDelimiterRow ? .noDelimiterRow : nil)
    }
  }

  /// The flaw of a delimiter row in the second line, or in the first.
  private var delimiterFlaw: UnrenderedTable.Flaw? {
    let line = run.lowerBound
    if catalog.isLikeDelimiterRow(line) { return headlessFlaw }
    guard run.count > 1, first.cellCount > 1, first.textPipeCount > 0,
      catalog.isLikeDelimiterRow(line + 1)
    else { return nil }
    guard catalog.delimiterCellCount(line + 1) != nil else { return .foreignDelimiterRow }
    if catalog.indentation(ofLine: line + 1) >= 4 { return .indentedDelimiterRow }
    return catalog.prefixMarks(ofLine: line) != catalog.prefixMarks(ofLine: line + 1)
      ? .outerDelimiterRow : nil
  }

  /// The flaw of lines whose first is a delimiter row, or the border of a grid.
  private var headlessFlaw: UnrenderedTable.Flaw? {
    guard run.count > 1 else { return nil }
    let next = LineShape(run.lowerBound + 1, in: catalog)
    if let count = catalog.delimiterCellCount(run.lowerBound) {
      return count > 1 && next.cellCount == count ? .noHeader : nil
    }
    let border = catalog.content(ofTextLine: run.lowerBound)
    let plusCount = border.count { $0 == UInt8(ascii: "+") }
    let isGrid =
      border.first == UInt8(ascii: "+") && border.last == UInt8(ascii: "+")
      && !border.contains(0x20)
    return isGrid && next.isBoxed && next.pipeCount == plusCount ? .foreignDelimiterRow : nil
  }

  /// The flaw of a header alone, with a delimiter row further down.
  private var separationFlaw: UnrenderedTable.Flaw? {
    guard run.count == 1, first.cellCount > 1, first.textPipeCount > 0 else { return nil }
    let next = run.upperBound
    if LineShape(next, in: catalog).isUnderline, catalog.lineMetadata(next).role == .other {
      let row = LineShape(next + 1, in: catalog)
      let isTable =
        first.isBoxed && row.isBoxed && row.cellCount == first.cellCount
        && catalog.isRowLike(next + 1) && catalog.lineMetadata(next + 2).role != .delimiterRow
      return isTable ? .heading : nil
    }
    var line = next
    while line < next + RowLikeLines.blankCountMax, catalog.isBlank(line) { line += 1 }
    guard line > next, catalog.isRowLike(line), catalog.lineMetadata(line).role == .paragraph,
      catalog.lineMetadata(line + 1).role != .delimiterRow,
      catalog.delimiterCellCount(line) == first.cellCount
    else { return nil }
    return .separateDelimiterRow(line)
  }

  /// Whether the lines are rows without a delimiter row: two with pipes at both ends, or three
  /// with the same number of pipes and no sentence or line of links among them.
  private var isWithoutDelimiterRow: Bool {
    guard run.count > 1, first.cellCount > 1 else { return false }
    let shapes = run.prefix(RowLikeLines.countMax).map { LineShape($0, in: catalog) }
    let alikeCount = shapes.count { $0.cellCount == first.cellCount }
    if shapes.allSatisfy(\.isBoxed) {
      return alikeCount * 2 > shapes.count && shapes[1].cellCount == first.cellCount
        && run.prefix(2).allSatisfy { catalog.hasWrittenCells($0) }
    }
    return shapes.count > 2 && alikeCount == shapes.count && first.cellCount > 2
      && shapes.allSatisfy { $0.textPipeCount == $0.pipeCount && !$0.endsSentence }
      && !shapes.contains(where: \.isNavigation)
      && run.allSatisfy { catalog.hasWrittenCells($0) && catalog.hasPaddedPipes($0) }
  }

  /// Code that is a whole table, unless the line before it announces code.
  private var codeFlaw: UnrenderedTable.Flaw? {
    let line = run.lowerBound
    if run.count == 1 {
      // A header alone, whose table goes on without indentation.
      let next = line + 1
      return catalog.lineMetadata(next).role == .paragraph && first.cellCount > 1
        && catalog.delimiterCellCount(next) == first.cellCount ? .code : nil
    }
    guard run.count > 2, first.cellCount > 1,
      catalog.delimiterCellCount(line + 1) == first.cellCount,
      LineShape(line + 2, in: catalog).cellCount == first.cellCount,
      catalog.lineMetadata(line - 1).role != .verbatim,
      catalog.lineMetadata(run.upperBound).role != .verbatim || catalog.isBlank(run.upperBound),
      !catalog.announcesCode(before: line)
    else { return nil }
    return .code
  }
}
