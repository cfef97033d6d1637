import CatalogSchema
import LineStore
import TableSyntax

/// Link syntax that does not lead where its writer meant: it renders as text, or its URL is broken.
///
/// A space between “]” and “(”, swapped or missing brackets and parentheses, a space in a
/// destination or another link in its place make plain text of a link. A destination without a
/// scheme is a file next to the list. Relative paths and `#anchors` are links.
///
/// Fix: unsafe, where the link is certain
/// Bad: `| [ACDC] (https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum InvalidLinkRule {
  static let rule = Rule(
    "invalid-link", .error, .cells([.bracket, .name], check), .table(headerProblems),
    .relation(
      RelationCheck(
        mayFind: { $1.metadata[$0].counts.labelLinks > 0 }, mark: markLabels,
        problems: labelProblems)))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    var mistakes: [LinkMistakes.Mistake] = []
    if cell.traits.contains(.bracket) {
      let links = cell.inlineLinks ?? InlineLinks(in: line, cell.value)
      mistakes = LinkMistakes(line, cell.value, links).found
      if !mistakes.isEmpty, context.isPiece(cell.index, line) { return }
    }
    for mistake in mistakes {
      sink.report(mistake.range) { Explanation(message: mistake.message, fix: mistake.fix) }
    }
    guard mistakes.isEmpty, let column = cell.column,
      context.plan.columns[column].requirements.isLinked,
      case .inline(let destination)? = cell.name?.link, destination.isEmpty
    else { return }
    sink.report(destination.lowerBound - 1..<destination.upperBound + 1) {
      Explanation(
        message: "The link has no destination: write a scheme and a host, as in https://example.org"
      )
    }
  }

  /// Marks the rows that may lead to a label.
  @Sendable static func markLabels(
    _ block: Int, _ catalog: Catalog, _ isMarked: inout [Bool]
  ) {
    for (index, line) in catalog.metadata[block].lines.enumerated()
    where line.flags.contains(.labelLink) {
      isMarked[index] = true
    }
  }

  /// Links whose destination is the label of a definition.
  @Sendable private static func labelProblems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard row.metadata.flags.contains(.labelLink) else { return [] }
    let defined = catalog.derived(DefinedLinks())
    if defined.isEmpty { return [] }
    return catalog.withRow(row.line, in: table) { line, cells in
      cells.cells.filter { $0.marks.contains(.bracket) }.flatMap { cell in
        InlineLinks(in: line, cell.value).links
      }.filter { link in
        DefinitionLabel.mayBe(line, link.destination)
          && defined.destination(ofLabel: link.destination, in: line) != nil
      }.map { link in
        let parentheses = link.destination.lowerBound - 1..<link.destination.upperBound + 1
        let isBare = parentheses.upperBound == link.range.upperBound
        let label = line.string(link.destination)
        return rule.problem(
          TextPosition.range(row.line, link.range),
          "\(line.quoted(link.destination)) is the label of a definition: write it in brackets",
          fix: isBare
            ? Fix(
              title: "Write the label in brackets", isSafe: false,
              edits: [
                TextEdit(
                  line: row.line, byteColumns: parentheses,
                  replacement: Array("[\(label)]".utf8))
              ]) : nil)
      }
    }
  }

  /// The broken links of a header row.
  @Sendable private static func headerProblems(
    _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    catalog.withRow(table.headerLine, in: table) { line, row in
      row.cells.filter { $0.marks.contains(.bracket) }.flatMap { cell in
        LinkMistakes(line, cell.value, InlineLinks(in: line, cell.value)).found
      }.map { mistake in
        RowProblem(
          rule: rule.code, severity: rule.severity, range: mistake.range,
          explanation: Explanation(message: mistake.message, fix: mistake.fix)
        ).problem(atLine: table.headerLine)
      }
    }
  }
}
