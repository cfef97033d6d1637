import CatalogSchema
import LineStore
import TableSyntax

/// Lines meant as rows that are rendered as plain text.
///
/// A delimiter row with another number of cells than the line above makes no table at all, and a
/// blank line ends one. Told once, on the first lost line, with how many follow.
///
/// Bad: a blank line between two rows
/// Good: the rows directly under one another
enum BrokenTableRule {
  /// The header above a delimiter row that has another number of cells.
  static func problem(mismatchedAt line: Int, in catalog: Catalog) -> Problem? {
    let header = line - 1
    guard header >= 0, pipeCount(header, catalog) > 0 else { return nil }
    let lost = 2 + followingRows(line + 1, catalog)
    let counts = (cellCount(header, catalog), cellCount(line, catalog))
    return Problem(
      rule: .brokenTable, severity: .error, range: wholeLine(header, catalog),
      message: "No table: the header has \(counts.0) cells, the delimiter row \(counts.1); "
        + lines(lost),
      related: [RelatedPlace(range: wholeLine(line, catalog), message: "the delimiter row")],
      fix: delimiterFix(line, headerCount: counts.0, count: counts.1, catalog))
  }

  /// Rows that a table's end has cut off.
  static func problem(behind table: CatalogTable, in catalog: Catalog) -> Problem? {
    let columnCount = table.plan.columns.count
    guard columnCount > 1 else { return nil }
    for line in [table.endLine, table.endLine + 1] where line < catalog.text.lineCount {
      guard isLost(line, columnCount, catalog) else { continue }
      var lost = 1
      while isLost(line + lost, columnCount, catalog) { lost += 1 }
      let isBlank = line == table.endLine + 1 && catalog.isBlank(line: table.endLine)
      return Problem(
        rule: .brokenTable, severity: .error, range: wholeLine(line, catalog),
        message: "This row is outside its table; " + lines(lost),
        related: [RelatedPlace(range: wholeLine(table.headerLine, catalog), message: "the table")],
        fix: isBlank ? blankLineFix(table.endLine) : nil)
    }
    return nil
  }

  private static func lines(_ count: Int) -> String {
    count == 1 ? "1 line is not rendered as a row" : "\(count) lines are not rendered as rows"
  }

  /// Whether a line outside all tables looks like a row of so many columns.
  private static func isLost(_ line: Int, _ columnCount: Int, _ catalog: Catalog) -> Bool {
    guard line < catalog.text.lineCount, catalog.tableIndex(atLine: line) == nil,
      catalog.lineFacts(line).role == .paragraph
    else { return false }
    let pipes = pipeCount(line, catalog)
    let cells = cellCount(line, catalog)
    return pipes > 0 && abs(cells - columnCount) <= 1
  }

  private static func followingRows(_ line: Int, _ catalog: Catalog) -> Int {
    var count = 0
    while line + count < catalog.text.lineCount, pipeCount(line + count, catalog) > 0,
      catalog.tableIndex(atLine: line + count) == nil
    {
      count += 1
    }
    return count
  }

  private static func cellCount(_ line: Int, _ catalog: Catalog) -> Int {
    catalog.text.withLine(line) { bytes, _ in
      RowSplitter.cellCount(bytes, from: content(bytes))
    }
  }

  private static func pipeCount(_ line: Int, _ catalog: Catalog) -> Int {
    catalog.text.withLine(line) { bytes, _ in
      var count = 0
      for index in bytes.indices where bytes[index] == UInt8(ascii: "|") {
        if index == 0 || bytes[index - 1] != UInt8(ascii: "\\") { count += 1 }
      }
      return count
    }
  }

  private static func content(_ bytes: Span<UInt8>) -> Int {
    bytes.skip(while: { $0.isBlank || $0 == UInt8(ascii: ">") }, from: 0)
  }

  private static func wholeLine(_ line: Int, _ catalog: Catalog) -> Range<TextPosition> {
    catalog.text.withLine(line) { bytes, _ in
      let start = content(bytes)
      let end = bytes.withoutBlanks(start..<bytes.count).upperBound
      return TextPosition.range(line, start..<max(start, end))
    }
  }

  /// Makes the delimiter row as long as the header, where the rows below agree with the header.
  private static func delimiterFix(
    _ line: Int, headerCount: Int, count: Int, _ catalog: Catalog
  ) -> Fix? {
    var agreeing = 0
    let rows = followingRows(line + 1, catalog)
    for row in line + 1..<line + 1 + rows where cellCount(row, catalog) == headerCount {
      agreeing += 1
    }
    guard agreeing * 2 >= rows else { return nil }
    return catalog.text.withLine(line) { bytes, _ in
      let start = content(bytes)
      let markers = RowSplitter.cells(bytes, from: start).prefix(headerCount).map {
        bytes.string(bytes.withoutBlanks($0))
      }
      let missing = Array(repeating: "---", count: max(0, headerCount - count))
      let row = "| " + (markers + missing).joined(separator: " | ") + " |"
      return Fix(
        title: "Give the delimiter row \(headerCount) cells", isSafe: true,
        edits: [
          TextEdit(line: line, byteColumns: start..<bytes.count, replacement: Array(row.utf8))
        ])
    }
  }

  private static func blankLineFix(_ line: Int) -> Fix {
    let removal = TextEdit(
      start: TextPosition(line: line, byteColumn: 0),
      end: TextPosition(line: line + 1, byteColumn: 0), replacement: [])
    return Fix(title: "Remove the blank line", isSafe: true, edits: [removal])
  }
}

extension Catalog {
  func isBlank(line: Int) -> Bool {
    text.withLine(line) { bytes, _ in bytes.skip(while: \.isBlank, from: 0) == bytes.count }
  }
}
