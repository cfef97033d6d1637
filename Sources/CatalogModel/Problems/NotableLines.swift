import CatalogSchema
import LineStore

/// The lines of a block that may have a problem.
enum NotableLines {
  /// The indices in the block, in order, of lines of which some of the rules may speak.
  ///
  /// - Complexity: O(lines of the block)
  static func of(_ block: Int, in catalog: Catalog, rules: RuleSet) -> [Int] {
    let facts = catalog.facts[block]
    var isNotable = [Bool](repeating: false, count: facts.lines.count)
    for finding in facts.findings where !finding.rules.isDisjoint(with: rules) {
      isNotable[Int(finding.line)] = true
    }
    if rules.contains(.linkMismatch) {
      for link in facts.links { isNotable[Int(link.line)] = true }
    }
    if rules.contains(.unsortedRow) { markUnsorted(block, facts, catalog, &isNotable) }
    if facts.counts.hasMarkedLines { markByThemselves(facts, &isNotable) }
    markShared(block, facts, catalog, rules, &isNotable)
    if rules == .all {
      for line in LearnedLines.of(block, in: catalog) { isNotable[Int(line)] = true }
    }
    return isNotable.indices.filter { isNotable[$0] }
  }

  /// Lines that are looked at whatever they hold.
  private static func markByThemselves(_ facts: BlockFacts, _ isNotable: inout [Bool]) {
    for (index, line) in facts.lines.enumerated() {
      switch line.role {
      case .mismatchedDelimiterRow, .ignoreStart, .ignoreEnd: isNotable[index] = true
      default: if line.hasDirective || line.isReference { isNotable[index] = true }
      }
    }
  }

  /// Rows that are out of order with a neighbour.
  private static func markUnsorted(
    _ block: Int, _ facts: BlockFacts, _ catalog: Catalog, _ isNotable: inout [Bool]
  ) {
    for line in facts.orderBreaks where facts.lines[line].isInverted {
      isNotable[line] = true
      if line > 0 { isNotable[line - 1] = true }
    }
    let next = block + 1
    if next < catalog.facts.count, catalog.facts[next].lines.first?.isInverted == true {
      isNotable[isNotable.count - 1] = true
    }
  }

  /// Rows that share their name or link with another row.
  private static func markShared(
    _ block: Int, _ facts: BlockFacts, _ catalog: Catalog, _ rules: RuleSet,
    _ isNotable: inout [Bool]
  ) {
    let hasNames = rules.contains(.duplicateName)
    let names = hasNames ? catalog.names.sharedKeys[facts.id] ?? [:] : [:]
    let hasLinks = rules.contains(.duplicateLink)
    let links = hasLinks ? catalog.links.sharedKeys[facts.id] ?? [:] : [:]
    let first = catalog.text.firstLine(ofBlock: block)
    if hasNames, let uniques = catalog.uniques.sharedKeys[facts.id] {
      for unique in facts.uniques {
        guard let table = catalog.tableIndex(atLine: first + Int(unique.line)) else { continue }
        let key = KeyIndex.key(unique.key, table: catalog.tables[table].id)
        if uniques[key] != nil { isNotable[Int(unique.line)] = true }
      }
    }
    if names.isEmpty, links.isEmpty { return }
    for (index, line) in facts.lines.enumerated() where line.role == .bodyRow {
      guard let table = catalog.tableIndex(atLine: first + index) else { continue }
      let id = catalog.tables[table].id
      if names[KeyIndex.key(line.nameKey, table: id)] != nil
        || links[KeyIndex.key(line.linkKey, table: id)] != nil
      {
        isNotable[index] = true
      }
    }
  }
}
