import CatalogSchema
import LineStore

/// The lines of a block that may have a problem.
enum NotableLines {
  /// The indices in the block, in order, of lines that some of the rules may report.
  ///
  /// - Complexity: O(lines of the block)
  static func of(_ block: Int, in catalog: Catalog, rules: RuleSet) -> [Int] {
    let facts = catalog.facts[block]
    var isNotable = [Bool](repeating: false, count: facts.lines.count)
    for finding in facts.findings where !finding.rules.isDisjoint(with: rules) {
      isNotable[Int(finding.line)] = true
    }
    for relation in catalog.rules.relations where rules.contains(number: relation.rule.number) {
      if relation.check.mayFind(block, catalog) { relation.check.mark(block, catalog, &isNotable) }
    }
    let roles = catalog.rules.lines.filter {
      rules.contains(number: $0.rule.number) && $0.check.mayFind(block, catalog)
    }.reduce(into: Set<LineFacts.Role>()) { $0.formUnion($1.check.roles) }
    if !roles.isEmpty || facts.counts.directives > 0 {
      for (index, line) in facts.lines.enumerated()
      where line.hasDirective || roles.contains(line.role) {
        isNotable[index] = true
      }
    }
    if rules == .all {
      for line in LearnedLines.of(block, in: catalog) { isNotable[Int(line)] = true }
    }
    return isNotable.indices.filter { isNotable[$0] }
  }
}
