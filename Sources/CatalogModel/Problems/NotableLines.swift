import LineStore

/// The lines of a block that may have a problem.
enum NotableLines {
  /// Their indices in the block, in order.
  ///
  /// - Complexity: O(lines of the block)
  static func of(_ block: Int, in catalog: Catalog) -> [Int] {
    let facts = catalog.facts[block]
    var isNotable = [Bool](repeating: false, count: facts.lines.count)
    for finding in facts.findings { isNotable[Int(finding.line)] = true }
    for link in facts.links { isNotable[Int(link.line)] = true }
    for (index, line) in facts.lines.enumerated() {
      switch line.role {
      case .mismatchedDelimiterRow, .ignoreStart, .ignoreEnd: isNotable[index] = true
      default: if line.hasDirective || line.isReference { isNotable[index] = true }
      }
      if line.isInverted {
        isNotable[index] = true
        if index > 0 { isNotable[index - 1] = true }
      }
    }
    markShared(block, facts, catalog, &isNotable)
    for line in LearnedLines.of(block, in: catalog) { isNotable[Int(line)] = true }
    let next = block + 1
    if next < catalog.facts.count, catalog.facts[next].lines.first?.isInverted == true {
      isNotable[isNotable.count - 1] = true
    }
    return isNotable.indices.filter { isNotable[$0] }
  }

  /// Rows that share their name or link with another row.
  private static func markShared(
    _ block: Int, _ facts: BlockFacts, _ catalog: Catalog, _ isNotable: inout [Bool]
  ) {
    let names = catalog.names.sharedKeys[facts.id] ?? [:]
    let links = catalog.links.sharedKeys[facts.id] ?? [:]
    if names.isEmpty, links.isEmpty { return }
    let first = catalog.text.firstLine(ofBlock: block)
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
