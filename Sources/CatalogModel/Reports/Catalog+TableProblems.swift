import CatalogSchema
import LineStore

extension Catalog {
  /// The problems of a table as a whole, and of the lines after it.
  func problems(of table: CatalogTable, _ depth: ProblemDepth) -> [Problem] {
    let found = rules.tables.flatMap { $0.check(table, self, depth) }
    let directive = directive(ofLine: table.headerLine)
    let ofHeader = found.filter { $0.range.lowerBound.line == table.headerLine }
    let unused = UnusedIgnoreRule.problems(
      table.headerLine, directive, silencing: ofHeader, rules)
    let heard = found.filter { !isSilenced($0.rule, ofLine: $0.range.lowerBound.line) }
    return (heard + unused).compactMap { graded($0).map(showingInsertion) }
  }
}
