import CatalogSchema
import LineStore
import TableSyntax

/// Two rows of one table have the same name; case, `-`, `_` and spaces are folded.
///
/// One of them is a copy, or two things cannot be distinguished. The later row is reported, with
/// the earlier one as a related place. A schema may name other columns, or several together, whose
/// values no two rows may share. Where no schema says that names must differ, this is a warning if
/// the rows have the same link, too, else a hint, and rows that plainly are about two things are
/// not reported: benchmarks of one model, for example.
///
/// Bad: `| [BraTS](https://a.org) | …` and further down `| [BRATS](https://b.org) | …`
/// Good: `| [BraTS](https://a.org) | …` once
enum DuplicateNameRule {
  static let rule = Rule(
    "duplicate-name", .error,
    .relation(
      RelationCheck(
        mayFind: SharedKeys.mayFind(\.names), mark: SharedKeys.mark(\.names, .name),
        problems: nameProblems)),
    .relation(
      RelationCheck(
        mayFind: SharedKeys.mayFind(\.uniqueKeys), mark: SharedKeys.markUniques,
        problems: keyProblems)))

  /// The problem of a row whose name an earlier row has.
  @Sendable private static func nameProblems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    let repeated = catalog.repeatedRow(of: row, in: table)
    let severity: Severity
    switch repeated?.relation {
    case .row: return []
    case _ where catalog.demandsDistinctNames(table): severity = rule.severity
    case .entry(isSameName: true): severity = .warning
    case .entry, .name: severity = .hint
    case nil: return []
    }
    guard
      let earlier = repeated?.line ?? catalog.earlierLine(than: row, sharing: .name, in: table)
    else { return [] }
    let name = quoted(catalog.name(ofLine: row.line, in: table))
    var problem = rule.problem(
      catalog.keyCell(ofLine: row.line, in: table),
      "Duplicate name: \(name) is already on line \(earlier + 1)",
      related: [
        RelatedPlace(
          range: catalog.keyCell(ofLine: earlier, in: table), message: "the earlier row")
      ])
    problem.severity = severity
    return [problem]
  }

  /// The problems of a row that has the values of an earlier one in columns that must be unique.
  @Sendable private static func keyProblems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    if table.plan.uniqueColumns.isEmpty { return [] }
    return row.block.uniqueKeys.entries(ofLine: row.lineInBlock).compactMap { unique in
      guard let earlier = catalog.firstLine(of: unique, in: table), earlier < row.line else {
        return nil
      }
      return problem(
        row.line, earlier, columns: table.plan.uniqueColumns[Int(unique.slot)], table, catalog)
    }
  }

  private static func problem(
    _ line: Int, _ earlier: Int, columns: [Int], _ table: CatalogTable, _ catalog: Catalog
  ) -> Problem? {
    guard let first = columns.first else { return nil }
    func range(_ line: Int) -> Range<TextPosition> {
      catalog.withRow(line, in: table) { bytes, row in
        let cell = RowView(bytes, row, table.plan).cell(ofColumn: first)
        return TextPosition.range(line, cell?.value ?? 0..<0)
      }
    }
    let titles = listed(columns.map { quoted(table.plan.title($0)) }, by: "and")
    let subject = columns.count == 1 ? "Duplicate value" : "Duplicate values"
    let verb = columns.count == 1 ? "is" : "are"
    return rule.problem(
      range(line), "\(subject): \(titles) \(verb) the same on line \(earlier + 1)",
      related: [RelatedPlace(range: range(earlier), message: "the earlier row")])
  }
}
