import CatalogSchema
import LineStore
import Synchronization
import TableSyntax

/// Gathers problems block by block, the local ones and those that the groups tell of.
struct ProblemCollector {
  let catalog: Catalog
  let limit: Int
  let depth: Depth
  private var rows: [BlockProblems.Row] = []
  private var count = 0
  private(set) var isCut = false
  private var doneLines: Set<Int> = []
  private var doneTables: Set<Int> = []
  private let ignoredTables: Set<Int>
  /// The first row of each key that several rows share, once looked up.
  private var firstLines: [UInt64: Int] = [:]

  /// How much is said of what takes a look through the whole table.
  enum Depth { case full, brief }

  init(catalog: Catalog, limit: Int, depth: Depth) {
    self.catalog = catalog
    self.limit = limit
    self.depth = depth
    ignoredTables = IgnoreRegions.tables(of: catalog)
  }

  /// By line, column and code, as many as the limit lets through.
  var sorted: [Problem] {
    var problems = rows.sorted { $0.line < $1.line }.flatMap(\.problems)
    // Nearly in order by now: a broken table is told on the line above its own.
    problems.sort(by: Self.comesFirst)
    return problems.count > limit ? Array(problems.prefix(limit)) : problems
  }

  private static func comesFirst(_ left: Problem, _ right: Problem) -> Bool {
    left.range.lowerBound != right.range.lowerBound
      ? left.range.lowerBound < right.range.lowerBound : left.rule < right.rule
  }

  private var isFull: Bool { count >= limit }

  /// Gathers from the changed rows, then errors, then all.
  mutating func collect() {
    if limit != .max {
      collect(lines: catalog.changedLines)
      collectErrors()
    }
    for table in catalog.tables { collect(table: table) }
    var first = 0
    for block in catalog.facts.indices {
      let count = catalog.facts[block].lines.count
      if isFull {
        isCut = isCut || catalog.facts[block].counts.problems > 0 || hasSharedKeys(block)
        if isCut { break }
      }
      collectRows(block, first, first..<first + count, Wanted.all)
      first += count
    }
    isCut = isCut || count > limit
  }

  /// Gathers the problems of some lines and of the tables whose edges they hold.
  mutating func collect(lines: Range<Int>) {
    guard !lines.isEmpty else { return }
    for table in catalog.tables {
      let ownLines = [table.headerLine, table.endLine, table.endLine + 1]
      if ownLines.contains(where: lines.contains) { collect(table: table) }
    }
    var block = catalog.text.block(ofLine: lines.lowerBound).block
    var first = catalog.text.firstLine(ofBlock: block)
    while block < catalog.facts.count, first < lines.upperBound {
      let end = first + catalog.facts[block].lines.count
      collectRows(block, first, lines.clamped(to: first..<end), .all)
      first = end
      block += 1
    }
  }

  private mutating func collectErrors() {
    var first = 0
    for block in catalog.facts.indices {
      if isFull { return }
      let facts = catalog.facts[block]
      let hasSharedNames = catalog.names.sharedKeys[facts.id] != nil
      if facts.counts.errorRows > 0 || facts.counts.mismatches > 0 || hasSharedNames {
        collectRows(block, first, first..<first + facts.lines.count, .rowsWithErrors)
      }
      first += facts.lines.count
    }
  }

  private func hasSharedKeys(_ block: Int) -> Bool {
    let id = catalog.facts[block].id
    return catalog.names.sharedKeys[id] != nil || catalog.links.sharedKeys[id] != nil
  }

  // MARK: Tables

  private mutating func collect(table: CatalogTable) {
    guard !ignoredTables.contains(table.id), doneTables.insert(table.id).inserted else { return }
    add(UnformattedTableRule.problem(of: table, in: catalog))
    add(BrokenTableRule.problem(behind: table, in: catalog))
  }

  private mutating func add(_ problem: Problem?) {
    guard let problem = withSeverity(problem) else { return }
    let line = problem.range.lowerBound.line
    add(BlockProblems.Row(line: line, mayHaveError: false, problems: [problem]))
  }

  private mutating func add(_ row: BlockProblems.Row) {
    rows.append(row)
    count += row.problems.count
  }

  /// The problem as the configuration grades it, nil where the rule is off.
  private func withSeverity(_ problem: Problem?) -> Problem? {
    guard var problem, let severity = catalog.configuration.severity(of: problem.rule) else {
      return nil
    }
    problem.severity = severity
    return problem
  }

  // MARK: Rows

  private enum Wanted { case all, rowsWithErrors }

  private mutating func collectRows(
    _ block: Int, _ first: Int, _ lines: Range<Int>, _ wanted: Wanted
  ) {
    for row in foundOrKnownRows(block, first, lines) where lines.contains(row.line) {
      if wanted == .rowsWithErrors, !row.mayHaveError { continue }
      if isFull { return }
      if doneLines.insert(row.line).inserted { add(row) }
    }
  }

  /// The rows of a block with their problems; what is brief is remembered with the block.
  private mutating func foundOrKnownRows(
    _ block: Int, _ first: Int, _ lines: Range<Int>
  ) -> [BlockProblems.Row] {
    let facts = catalog.facts[block]
    // A broken table tells of lines behind it, which may be in another block.
    if depth == .full || facts.counts.mismatches > 0 { return foundRows(block, first, lines) }
    let known = facts.problems.withLock { $0 }
    if let known, known.firstLine == first {
      if known.relationID == catalog.relationID { return known.rows }
      if !known.isRelated, !isRelated(block) { return known.rows }
    }
    let rows = foundRows(block, first, first..<first + facts.lines.count)
    let new = BlockProblems(
      relationID: catalog.relationID, isRelated: isRelated(block), firstLine: first, rows: rows)
    facts.problems.withLock { $0 = new }
    return rows
  }

  /// Whether what is said of a block's rows hangs on other lines.
  private func isRelated(_ block: Int) -> Bool {
    let facts = catalog.facts[block]
    if !ignoredTables.isEmpty { return true }
    if facts.counts.inversions > 0 || hasSharedKeys(block) || facts.counts.directives > 0 {
      return true
    }
    let next = block + 1
    if next < catalog.facts.count, catalog.facts[next].lines.first?.isInverted == true {
      return true
    }
    return facts.rows.contains { $0.findings.links.contains(where: mayMismatch) }
  }

  private mutating func foundRows(
    _ block: Int, _ first: Int, _ lines: Range<Int>
  ) -> [BlockProblems.Row] {
    let facts = catalog.facts[block]
    var rows: [BlockProblems.Row] = []
    for line in notableLines(block, first) where lines.contains(line) {
      let found = problems(ofLine: line, line - first, facts)
      if found.isEmpty { continue }
      rows.append(
        BlockProblems.Row(
          line: line, mayHaveError: mayHaveError(facts, line - first), problems: found))
    }
    return rows
  }

  private func mayHaveError(_ facts: BlockFacts, _ offset: Int) -> Bool {
    facts.lines[offset].role == .mismatchedDelimiterRow
      || facts.findings(ofLine: offset)?.hasError == true
      || isNameShared(facts.lines[offset], facts)
  }

  private func isNameShared(_ line: LineFacts, _ facts: BlockFacts) -> Bool {
    catalog.names.sharedKeys[facts.id]?.contains(line.nameKey) == true
  }

  /// The lines of a block that may have a problem, in order.
  private func notableLines(_ block: Int, _ first: Int) -> [Int] {
    let facts = catalog.facts[block]
    var lines = facts.notableLines.map { first + Int($0) }
    let shared = linesWithSharedKeys(facts).map { first + $0 }
    if !shared.isEmpty { lines = Set(lines + shared).sorted() }
    let next = block + 1
    let last = first + facts.lines.count - 1
    if next < catalog.facts.count, catalog.facts[next].lines.first?.isInverted == true,
      lines.last != last
    {
      lines.append(last)
    }
    return lines
  }

  private func linesWithSharedKeys(_ facts: BlockFacts) -> [Int] {
    let names = catalog.names.sharedKeys[facts.id] ?? []
    let links = catalog.links.sharedKeys[facts.id] ?? []
    if names.isEmpty, links.isEmpty { return [] }
    return facts.lines.indices.filter { index in
      let line = facts.lines[index]
      return line.role == .bodyRow
        && (names.contains(line.nameKey) || links.contains(line.linkKey))
    }
  }

  private mutating func problems(
    ofLine line: Int, _ offset: Int, _ facts: BlockFacts
  ) -> [Problem] {
    let own = facts.lines[offset]
    if own.role == .mismatchedDelimiterRow {
      let problem = BrokenTableRule.problem(mismatchedAt: line, in: catalog)
      return [problem].compactMap { withSeverity($0) }
    }
    guard own.role == .bodyRow, let index = catalog.tableIndex(atLine: line),
      !ignoredTables.contains(catalog.tables[index].id)
    else { return [] }
    let table = catalog.tables[index]
    var found = localProblems(line, own, facts.findings(ofLine: offset), table)
    found += problemsWithOthers(line, own, facts.findings(ofLine: offset), table)
    if own.hasDirective { found = silenced(found, line, table) }
    return found.compactMap { withSeverity($0) }
  }

  private func localProblems(
    _ line: Int, _ own: LineFacts, _ findings: RowFindings?, _ table: CatalogTable
  ) -> [Problem] {
    // A row with an ignore comment notes only what it does not silence.
    if findings?.rules.isEmpty != false, !own.hasDirective { return [] }
    let explain = {
      catalog.text.withLine(line) { bytes, _ in
        var sink = ExplainingSink()
        RowRules.check(
          bytes, Row(bytes, from: Int(own.contentOffset)), table.plan, &sink)
        return sink.problems
      }
    }
    return (findings?.problems(explain) ?? explain()).map { $0.problem(atLine: line) }
  }

  private mutating func problemsWithOthers(
    _ line: Int, _ own: LineFacts, _ findings: RowFindings?, _ table: CatalogTable
  ) -> [Problem] {
    var found: [Problem] = []
    if let earlier = earlierLine(line, own.nameKey, \.nameKey, catalog.names, table),
      let problem = DuplicateNameRule.problem(line, earlier, table, catalog)
    {
      found.append(problem)
    }
    if let earlier = earlierLine(line, own.linkKey, \.linkKey, catalog.links, table),
      let problem = DuplicateLinkRule.problem(line, earlier, table, catalog)
    {
      found.append(problem)
    }
    if let findings, findings.links.contains(where: mayMismatch) {
      found += LinkMismatchRule.problems(line, table, catalog)
    }
    if let problem = UnsortedRowRule.problem(line, own, table, catalog) {
      found.append(
        depth == .brief ? problem : UnsortedRowRule.withPlace(problem, line, table, catalog))
    }
    return found
  }

  private func mayMismatch(_ link: StoredLink) -> Bool {
    catalog.tables.contains { table in
      let key = KeyIndex.key(link.textKey, table: table.id)
      return catalog.names.isLinkedElsewhere(key, than: link.linkKey)
    }
  }

  /// The first row of the table with the same fingerprint, where that is another, earlier row.
  private mutating func earlierLine(
    _ line: Int, _ fingerprint: UInt64, _ property: KeyPath<LineFacts, UInt64>,
    _ index: KeyIndex, _ table: CatalogTable
  ) -> Int? {
    let key = KeyIndex.key(fingerprint, table: table.id)
    guard fingerprint != 0, index.isShared(key) else { return nil }
    // Names and links have keys of their own kind.
    let slot = property == \LineFacts.nameKey ? key : ~key
    if firstLines[slot] == nil {
      let lines = catalog.lines(ofKey: key, in: index) { $0[keyPath: property] == fingerprint }
      firstLines[slot] = lines.first { table.bodyLines.contains($0) } ?? line
    }
    guard let first = firstLines[slot], first < line else { return nil }
    return first
  }

  private func silenced(
    _ found: [Problem], _ line: Int, _ table: CatalogTable
  ) -> [Problem] {
    catalog.withRow(line, in: table) { bytes, row in
      let directive = IgnoreDirective(bytes, row)
      let unused = UnusedIgnoreRule.problems(line, directive, silencing: found)
      return found.filter { !directive.silences($0.rule) } + unused
    }
  }
}
