import CatalogSchema
import LineStore
import TableSyntax

/// Markup in a cell that renders as characters or hides text.
///
/// Asterisks, tildes, backticks and brackets without their partner, HTML tags that are unclosed,
/// misspelt or unknown, broken character references, a parenthesis next to a link that nothing
/// pairs with, and U+FFFD, which stands for lost text. Enumerators as `1)`, smileys, footnote
/// marks, apostrophes and quotes are right.
///
/// Fix: unsafe, where the markup is certain
/// Bad: `| [ACDC](https://acdc.org) | **Hearts of 100 patients | Segmentation | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | **Hearts** of 100 patients | Segmentation | MRI | 3D |`
enum BrokenMarkupRule {
  static let rule = Rule(
    "broken-markup", .hint, .cells([.bracket, .angle, .unusual, .markup], check),
    .table(headerProblems))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    let mistakes = MarkupSearch.mistakes(
      line, cell.value, index: cell.index, of: context.row)
    if mistakes.isEmpty || context.isPiece(cell.index, line) { return }
    for mistake in mistakes {
      sink.report(mistake.range) { mistake.explanation }
    }
  }

  /// The broken markup of a header row.
  @Sendable private static func headerProblems(
    _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    catalog.withRow(table.headerLine, in: table) { line, row in
      row.cells.indices.filter { !row.cells[$0].marks.isEmpty }.flatMap {
        MarkupSearch.mistakes(line, row.cells[$0].value, index: $0, of: row)
      }.map { mistake in
        RowProblem(
          rule: rule.code, severity: rule.severity, range: mistake.range,
          explanation: mistake.explanation
        ).problem(atLine: table.headerLine)
      }
    }
  }
}
