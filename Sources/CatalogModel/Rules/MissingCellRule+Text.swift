import CatalogSchema
import LineStore
import TableSyntax

/// Lines without any pipe that GFM reads as rows.
extension MissingCellRule {
  /// Reports the first of several lines of text, and no syntax of other tools.
  static let textCheck = LineCheck(
    mayFind: { $1.metadata[$0].counts.textRows > 0 }, mayReport: \.isText,
    problems: { line, catalog, depth in
      guard let table = catalog.table(atLine: line), isReported(line, table, catalog) else {
        return []
      }
      return [problem(line, table, catalog, depth)]
    })

  private static func isReported(
    _ line: Int, _ table: CatalogTable, _ catalog: Catalog
  ) -> Bool {
    if catalog.isForeignSyntax(line) || catalog.isSilenced(rule.code, ofLine: line) { return false }
    var above = line - 1
    while above >= table.bodyLines.lowerBound, catalog.lineMetadata(above).isText {
      if !catalog.isForeignSyntax(above) { return false }
      above -= 1
    }
    return true
  }

  private static func problem(
    _ line: Int, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> Problem {
    let isAtEnd = (line..<table.endLine).allSatisfy { catalog.lineMetadata($0).isText }
    return Problem(
      rule: rule.code, severity: .warning, range: catalog.content(ofLine: line),
      message: "Renderers read this line as a row of the table: "
        + (isAtEnd ? "insert a blank line before it" : "separate its cells by pipes"),
      fix: isAtEnd && depth == .full ? blankLine(before: line, catalog) : nil)
  }

  /// Inserts a line with the prefixes of a line's containers before it.
  private static func blankLine(before line: Int, _ catalog: Catalog) -> Fix {
    let start = TextPosition(line: line, byteColumn: 0)
    let offset = Int(catalog.lineMetadata(line).contentOffset)
    let prefix = catalog.text.withLine(line) { bytes, _ in
      var end = min(offset, bytes.count)
      while end > 0, bytes[end - 1].isBlank { end -= 1 }
      return bytes.array(0..<end)
    }
    let ending = catalog.text.withLine(line - 1) { _, ending in ending.text }
    return Fix(
      title: "Insert a blank line", isSafe: false,
      edits: [TextEdit(start: start, end: start, replacement: prefix + ending)])
  }
}

extension Catalog {
  /// Whether a line of text in a table is another tool's syntax.
  fileprivate func isForeignSyntax(_ line: Int) -> Bool {
    let offset = Int(lineMetadata(line).contentOffset)
    return text.withLine(line) { bytes, _ in ForeignSyntax.isLine(bytes, from: offset) }
  }
}
