import CatalogSchema
import LineStore
import Synchronization

/// Gathers as many problems as a limit lets through, and remembers with each block what it found.
struct ProblemCollector {
  private let catalog: Catalog
  private let limit: Int
  private let errors: RuleSet
  private var finder: RowProblemFinder
  private var rows: [BlockProblems.Row] = []
  private var count = 0
  private var hasCutRow = false
  private var states = BlockStateCursor()
  private var doneLines: Set<Int> = []
  private var doneTables: Set<DoneTable> = []

  init(_ catalog: Catalog, limit: Int) {
    self.catalog = catalog
    self.limit = limit
    errors = RuleSet { catalog.configuration.severity(of: $0) == .error }
    finder = RowProblemFinder(catalog, depth: .brief, IgnoreRegions(of: catalog))
  }

  private var isFull: Bool { count >= limit }

  /// Gathers from the changed rows, then errors, then all.
  mutating func collect() -> ProblemReport {
    collect(lines: catalog.changedLines)
    collectErrors()
    let isCut = collectRest()
    rows.sort { $0.line < $1.line }
    return ProblemReport(
      rows: rows.map { ProblemReport.Row(line: $0.line, groups: $0.groups) }, count: count,
      isCut: isCut || hasCutRow)
  }

  /// Adds a row, or as much of it as the limit lets through.
  private mutating func add(_ row: BlockProblems.Row) {
    if count + row.problemCount > limit { hasCutRow = true }
    let row = row.limited(to: limit - count)
    rows.append(row)
    count += row.problemCount
  }

  // MARK: Tables

  private mutating func collect(
    table: CatalogTable, where isWanted: (Problem) -> Bool = { _ in true }
  ) {
    if isFull || finder.ignored.tableIDs.contains(table.id) { return }
    for problem in catalog.problems(of: table, .brief, &states) where isWanted(problem) {
      let key = DoneTable(id: table.id, rule: problem.rule)
      if !isFull, doneTables.insert(key).inserted {
        let group = ProblemGroup([problem], movesWithRow: false)
        add(BlockProblems.Row(line: problem.range.lowerBound.line, [group]))
      }
    }
  }

  private struct DoneTable: Hashable {
    var id: Int
    var rule: RuleCode
  }

  // MARK: Rows

  private mutating func collect(lines: Range<Int>) {
    guard !lines.isEmpty else { return }
    for table in catalog.tables {
      let edges = [table.headerLine, table.endLine, table.endLine + 1]
      if edges.contains(where: lines.contains) { collect(table: table) }
    }
    var block = catalog.text.block(ofLine: lines.lowerBound).block
    var first = catalog.text.firstLine(ofBlock: block)
    while block < catalog.facts.count, first < lines.upperBound {
      let end = first + catalog.facts[block].lines.count
      for row in foundOrKnownRows(block, first) where lines.contains(row.line) { take(row) }
      first = end
      block += 1
    }
  }

  private mutating func take(_ row: BlockProblems.Row) {
    if !isFull, doneLines.insert(row.line).inserted { add(row) }
  }

  private mutating func collectErrors() {
    for table in catalog.tables where errors.contains(.brokenTable) {
      collect(table: table) { $0.severity == .error }
    }
    var first = 0
    for block in catalog.facts.indices {
      if isFull { return }
      if mayHaveError(block) {
        for row in foundOrKnownRows(block, first) where row.hasError { take(row) }
      }
      first += catalog.facts[block].lines.count
    }
  }

  private func mayHaveError(_ block: Int) -> Bool {
    let facts = catalog.facts[block]
    if !facts.counts.rules.isDisjoint(with: errors) { return true }
    if errors.contains(.brokenTable), facts.counts.mismatches > 0 { return true }
    if errors.contains(.duplicateName), catalog.names.sharedKeys[facts.id] != nil { return true }
    if errors.contains(.duplicateLink), catalog.links.sharedKeys[facts.id] != nil { return true }
    if errors.contains(.unsortedRow), facts.counts.inversions > 0 { return true }
    if errors.contains(.linkMismatch), !facts.links.isEmpty { return true }
    if errors.contains(.missingLink), facts.counts.references > 0 { return true }
    return errors.contains(.unusedIgnore)
      && facts.counts.directives + facts.counts.ignoreMarks > 0
  }

  /// Gathers in the text's order; true where the limit leaves something out.
  private mutating func collectRest() -> Bool {
    var first = 0
    var table = 0
    for block in catalog.facts.indices {
      let end = first + catalog.facts[block].lines.count
      while table < catalog.tables.count, catalog.tables[table].headerLine < end {
        collect(table: catalog.tables[table])
        table += 1
      }
      if isFull, mayHaveProblem(block), hasMore(block, first) { return true }
      if !isFull {
        for row in foundOrKnownRows(block, first) {
          if isFull, !doneLines.contains(row.line) { return true }
          take(row)
        }
      }
      first = end
    }
    return false
  }

  private func mayHaveProblem(_ block: Int) -> Bool {
    let facts = catalog.facts[block]
    return facts.counts.problems > 0 || isRelated(block)
  }

  private mutating func hasMore(_ block: Int, _ first: Int) -> Bool {
    foundOrKnownRows(block, first).contains { !doneLines.contains($0.line) }
  }

  // MARK: Memory

  /// The rows of a block with their problems.
  private mutating func foundOrKnownRows(
    _ block: Int, _ first: Int
  ) -> [BlockProblems.Row] {
    let facts = catalog.facts[block]
    let lines = first..<first + facts.lines.count
    // A broken table speaks of lines behind it, which may be in another block.
    if facts.counts.mismatches > 0 {
      return finder.rows(ofBlock: block, first: first, lines: lines)
    }
    let known = facts.problems.withLock { $0 }
    if let known {
      if known.firstLine == first, known.relationID == catalog.relationID { return known.rows }
      if !known.isRelated, !isRelated(block) { return known.rows(from: first) }
    }
    let rows = finder.rows(ofBlock: block, first: first, lines: lines)
    let new = BlockProblems(
      relationID: catalog.relationID, isRelated: isRelated(block), firstLine: first, rows: rows)
    facts.problems.withLock { $0 = new }
    return rows
  }

  /// Whether what is said of a block's rows hangs on other lines.
  private func isRelated(_ block: Int) -> Bool {
    let facts = catalog.facts[block]
    if catalog.learnedDigest != 0 { return true }
    let counts = facts.counts
    if !finder.ignored.tableIDs.isEmpty || counts.ignoreMarks > 0 || counts.references > 0
      || counts.inversions > 0 || counts.directives > 0
    {
      return true
    }
    if catalog.names.sharedKeys[facts.id] != nil || catalog.links.sharedKeys[facts.id] != nil {
      return true
    }
    let next = block + 1
    if next < catalog.facts.count, catalog.facts[next].lines.first?.isInverted == true {
      return true
    }
    return facts.links.contains(where: catalog.mayMismatch)
  }
}
