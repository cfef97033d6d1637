import CatalogSchema
import LineStore

/// The lines of a block that may have a problem.
enum NotableLines {
  /// The indices in the block, in order, of lines that some of the rules may report.
  ///
  /// - Complexity: O(lines of the block)
  static func of(_ block: Int, in catalog: Catalog, rules: RuleSet) -> [Int] {
    let metadata = catalog.metadata[block]
    var isNotable = [Bool](repeating: false, count: metadata.lines.count)
    for report in metadata.reports where !report.rules.isDisjoint(with: rules) {
      isNotable[Int(report.line)] = true
    }
    for relation in catalog.rules.relations where rules.contains(number: relation.rule.number) {
      if relation.check.mayFind(block, catalog) { relation.check.mark(block, catalog, &isNotable) }
    }
    let checks = catalog.rules.lines.filter {
      rules.contains(number: $0.rule.number) && $0.check.mayFind(block, catalog)
    }
    if !checks.isEmpty || metadata.counts.directives > 0 {
      for (index, line) in metadata.lines.enumerated()
      where line.hasDirective || checks.contains(where: { $0.check.mayReport(line) }) {
        isNotable[index] = true
      }
    }
    if rules == .all {
      for line in LearnedLines.of(block, in: catalog) { isNotable[Int(line)] = true }
    }
    return isNotable.indices.filter { isNotable[$0] }
  }
}
