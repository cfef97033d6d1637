import CatalogSchema
import LineStore
import TableSyntax

/// A link without a destination or a text, or a text in brackets that was meant as a link.
///
/// `[text]()` leads to the page itself, and nobody sees `[](https://example.org)`. A `[text]` that
/// no definition explains is meant as a link where the same column has that text as a link in rows
/// close by. A column whose values must be links reports a missing destination as `invalid-link`.
///
/// Bad: `| [ACDC](https://acdc.org) | [Hearts]() | Segmentation | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | [Hearts](https://a.org) | Segmentation | MRI | 3D |`
enum EmptyLinkRule {
  static let rule = Rule(
    "empty-link", .hint, .cells(.bracket, check),
    .relation(
      RelationCheck(
        mayFind: { $1.metadata[$0].counts.labelLinks > 0 }, mark: InvalidLinkRule.markLabels,
        problems: labelProblems)))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    for link in cell.links where !link.isImage {
      let isInvisible = link.text.allSatisfy { line[$0].isBlank }
      guard isInvisible || link.destination.isEmpty && !isReportedAsInvalid(link, cell, context)
      else { continue }
      sink.report(link.range) {
        let what =
          isInvisible
          ? "has no text: add one or remove the link"
          : "has no destination: add its URL or remove the link"
        return Explanation(message: "\(line.quoted(link.range)) \(what)")
      }
    }
  }

  /// Whether the link is a name's or value's link, which must have a destination.
  private static func isReportedAsInvalid(
    _ link: InlineLink, _ cell: CellView, _ context: RowContext
  ) -> Bool {
    guard let column = cell.column, context.plan.columns[column].requirements.isLinked else {
      return false
    }
    return cell.name?.destination == link.destination
  }

  // MARK: Labels

  /// Texts in brackets that nothing defines, in a column that has them as links.
  @Sendable private static func labelProblems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard row.metadata.flags.contains(.labelLink) else { return [] }
    let defined = catalog.derived(DefinedLinks())
    return catalog.withRow(row.line, in: table) { line, cells in
      cells.cells.indices.filter { cells.cells[$0].marks.contains(.bracket) }.flatMap { index in
        BareLabels.of(line, InlineLinks(in: line, cells.cells[index].value)).filter {
          defined.destination(ofLabel: $0, in: line) == nil
            && LinkTexts.isNear(row.line, line.array($0), inCell: index, of: table, catalog)
        }
      }.map { text in
        let range = text.lowerBound - 1..<text.upperBound + 1
        return rule.problem(
          TextPosition.range(row.line, range),
          "\(line.quoted(range)) is no link, as nothing defines it: add “(”, its URL and “)”")
      }
    }
  }
}

/// Texts that are links in rows close to another.
private enum LinkTexts {
  /// Rows that are read on each side, at most.
  private static let rowCountMax = 60

  /// Whether a row of the table close to a line has a text as a link in some cell.
  ///
  /// - Complexity: O(rows on both sides)
  static func isNear(
    _ line: Int, _ text: [UInt8], inCell cell: Int, of table: CatalogTable, _ catalog: Catalog
  ) -> Bool {
    let rows = (line - rowCountMax..<line + rowCountMax + 1).clamped(to: table.bodyLines)
    return rows.contains { $0 != line && has(text, inCell: cell, atLine: $0, of: table, catalog) }
  }

  private static func has(
    _ text: [UInt8], inCell cell: Int, atLine line: Int, of table: CatalogTable, _ catalog: Catalog
  ) -> Bool {
    let mayHave = catalog.text.withLine(line) { bytes, _ in holds(text, bytes) }
    return mayHave
      && catalog.withRow(line, in: table) { bytes, row in
        row.cells.indices.contains(cell)
          && InlineLinks(in: bytes, row.cells[cell].value).links.contains {
            !$0.destination.isEmpty && bytes.array($0.text) == text
          }
      }
  }

  /// Whether a line has `[text](`.
  private static func holds(_ text: [UInt8], _ line: Span<UInt8>) -> Bool {
    var index = 0
    while index < line.count {
      index = line.firstIndex(of: UInt8(ascii: "["), in: index..<line.count)
      let end = index + 1 + text.count
      if end + 1 < line.count, line.hasPrefix("](", at: end), line.array(index + 1..<end) == text {
        return true
      }
      index += 1
    }
    return false
  }
}
