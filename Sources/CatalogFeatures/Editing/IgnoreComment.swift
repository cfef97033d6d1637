package import CatalogModel
import CatalogSchema
import LineStore
import TableSyntax

/// Adds an ignore comment to the last cell of a problem's row.
package enum IgnoreComment {
  /// The fix; nil where the problem is not about a body row.
  package static func fix(for problem: Problem, in catalog: Catalog) -> Fix? {
    let line = problem.range.lowerBound.line
    let others = [UnusedIgnoreRule.rule.code, ConflictMarkerRule.rule.code]
    guard !others.contains(problem.rule), let table = catalog.table(atLine: line),
      table.bodyLines.contains(line)
    else { return nil }
    return catalog.withRow(line, in: table) { bytes, row in
      guard let cell = row.cells.last?.range else { return nil }
      let end = bytes.withoutBlanks(cell).upperBound
      let place = bytes.withoutBlanks(cell).isEmpty ? cell.lowerBound..<cell.lowerBound : end..<end
      let comment = " <!-- mdcatalog-ignore \(problem.rule.rawValue) -->"
      return Fix(
        title: "Ignore \(problem.rule.rawValue) in this row", isSafe: false,
        edits: [TextEdit(line: line, byteColumns: place, replacement: Array(comment.utf8))])
    }
  }
}
