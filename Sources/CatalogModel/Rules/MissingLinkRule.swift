import CatalogSchema
import LineStore
import TableSyntax

/// A name without its link.
///
/// The link leads readers to what the row describes, and distinguishes two rows with similar names.
/// A reference such as `[ACDC][1]` is a link if its label is defined. In a column that need not
/// have links it is a hint if nearly all of many values there are links.
///
/// Bad: `| LIDC-IDRI | Lung nodules | Segmentation | CT | 3D |`
/// Good: `| [LIDC-IDRI](https://example.org/lidc) | Lung nodules | Segmentation | CT | 3D |`
enum MissingLinkRule {
  static let rule = Rule(
    "missing-link", .warning, .cells(.name, check), .guess(guess),
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

  /// A value without a link in a column whose other values nearly all have one.
  @Sendable private static func guess(
    _ guesses: GuessView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    let habits = guesses.habits.columns
    guard guesses.row.cellCount == habits.count, habits.contains(where: \.mayLackLinks) else {
      return
    }
    let kinds = guesses.kinds(line)
    // A single value may be the title of a group.
    guard kinds.count(where: { $0 != .blank }) > 1 else { return }
    for column in habits.indices where habits[column].mayLackLinks {
      let value = guesses.row.cells[column].value
      guard ![.blank, .placeholder, .link].contains(kinds[column]),
        !guesses.plan.columns[column].requirements.isLinked,
        RowName(line, value: value).link == .none, !guesses.isRemark(line, value, inColumn: column)
      else { continue }
      sink.report(value) {
        Explanation(
          message: "\(line.quoted(value)) has no link, unlike nearly all other values of "
            + quoted(guesses.plan.title(column)))
      }
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
    guard row.metadata.isReference,
      table.plan.keyColumn.map({ table.plan.columns[$0].requirements.isLinked }) == true
    else { return [] }
    let defined = catalog.derived(DefinedLinks())
    let problem = catalog.withName(ofLine: row.line, in: table) { bytes, name -> Problem? in
      guard case .reference(let label) = name.link,
        defined.destination(ofLabel: label, in: bytes) == nil
      else { return nil }
      return rule.problem(
        TextPosition.range(row.line, name.value),
        "\(bytes.quoted(name.value)) has no link: \(bytes.quoted(label)) is not defined")
    }
    return problem.map { [$0] } ?? []
  }
}
