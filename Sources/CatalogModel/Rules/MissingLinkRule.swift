import CatalogSchema
import LineStore

/// A name without its link.
///
/// The link leads readers to what the row describes, and distinguishes two rows with similar names.
/// A reference such as `[ACDC][1]` is a link if its label is defined.
///
/// Bad: `| LIDC-IDRI | Lung nodules | Segmentation | CT | 3D |`
/// Good: `| [LIDC-IDRI](https://example.org/lidc) | Lung nodules | Segmentation | CT | 3D |`
enum MissingLinkRule {
  static let rule = Rule(
    "missing-link", .warning, .cells(.name, check),
    .relation(
      RelationCheck(
        mayFind: { $1.metadata[$0].counts.references > 0 }, mark: mark, problems: problems)))

  /// `invalid-link` reports broken links. Whether a key's label is defined is checked with the
  /// other lines; another column's reference counts as a link.
  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    guard let column = cell.column, !cell.value.isEmpty, !cell.isSwapped,
      context.plan.columns[column].requirements.isLinked, case .none? = cell.name?.link
    else { return }
    sink.report(cell.value) {
      let value = line.quoted(cell.value)
      guard context.plan.columns[column].requirements.isURL else {
        return Explanation(message: "\(value) has no link")
      }
      let title = quoted(context.plan.title(column))
      return Explanation(message: "\(title) must be a URL, not \(value)")
    }
  }

  @Sendable private static func mark(
    _ block: Int, _ catalog: Catalog, _ isMarked: inout [Bool]
  ) {
    if catalog.metadata[block].counts.references == 0 { return }
    for (index, line) in catalog.metadata[block].lines.enumerated() where line.isReference {
      isMarked[index] = true
    }
  }

  /// The problem of a row whose name refers to an undefined label.
  @Sendable private static func problems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard row.metadata.isReference else { return [] }
    let defined = catalog.derived(DefinedLabels())
    let problem = catalog.withName(ofLine: row.line, in: table) { bytes, name -> Problem? in
      guard case .reference(let label) = name.link,
        !defined.contains(DefinitionLabel.key(bytes, label))
      else { return nil }
      return rule.problem(
        TextPosition.range(row.line, name.value),
        "\(bytes.quoted(name.value)) has no link: \(bytes.quoted(label)) is not defined")
    }
    return problem.map { [$0] } ?? []
  }
}
