import CatalogSchema
import LineStore
import Synchronization
import TableSyntax

/// Finds the problems of the rows of a block: in themselves, and with other rows.
struct RowProblemFinder {
  let catalog: Catalog
  let depth: ProblemDepth
  let ignored: IgnoreRegions
  /// The labels that links may refer to, once somebody asked.
  private var definedLabels: Set<UInt64>?
  private var states = BlockStateCursor()
  /// The row that was put into words last.
  private let memory = RowMemory()
  /// The first row of each key that several rows share, once looked up.
  private var firstLines: [UInt64: Int] = [:]
  /// The runs of tables with rows out of order, once looked up.
  private var runs: [Int: SortedRuns]
  /// Whether the place of a row out of order is told, which takes a look through its table.
  var tellsPlaces = true

  init(
    _ catalog: Catalog, depth: ProblemDepth, _ ignored: IgnoreRegions,
    runs: [Int: SortedRuns] = [:]
  ) {
    self.catalog = catalog
    self.depth = depth
    self.ignored = ignored
    self.runs = runs
  }

  /// The problems of some lines of a block that begins at line `first`, at least of some rules.
  mutating func rows(
    ofBlock block: Int, first: Int, lines: Range<Int>, rules: RuleSet = .all
  ) -> [BlockProblems.Row] {
    let facts = catalog.facts[block]
    var rows: [BlockProblems.Row] = []
    func add(_ groups: [ProblemGroup], _ line: Int) {
      if !groups.isEmpty { rows.append(BlockProblems.Row(line: line, groups)) }
    }
    var notable = NotableLines.of(block, in: catalog, rules: rules)
      .filter { lines.contains(first + $0) }[...]
    while let offset = notable.first {
      // Looked up once for all its rows: a table is much to copy.
      guard let table = catalog.table(atLine: first + offset) else {
        add(groups(ofMark: first + offset, facts.lines[offset]), first + offset)
        notable.removeFirst()
        continue
      }
      while let offset = notable.first, first + offset < table.endLine {
        add(groups(ofRow: first + offset, offset, facts, table, rules), first + offset)
        notable.removeFirst()
      }
    }
    return rows
  }

  /// The problems of a line outside all tables.
  private mutating func groups(ofMark line: Int, _ own: LineFacts) -> [ProblemGroup] {
    switch own.role {
    case .mismatchedDelimiterRow where !ignored.contains(line):
      let problem = BrokenTableRule.problem(mismatchedAt: line, in: catalog, depth, &states)
      return group([problem].compactMap { $0 })
    case .ignoreStart, .ignoreEnd:
      return ignored.isIdle(mark: line)
        ? group([UnusedIgnoreRule.problem(ofMark: line, in: catalog)]) : []
    default: return []
    }
  }

  private mutating func groups(
    ofRow line: Int, _ offset: Int, _ facts: BlockFacts, _ table: CatalogTable, _ rules: RuleSet
  ) -> [ProblemGroup] {
    let own = facts.lines[offset]
    guard own.role == .bodyRow, !ignored.tableIDs.contains(table.id) else { return [] }
    let rules = own.hasDirective ? .all : rules
    let others =
      problemsWithOthers(line, own, facts, offset, table, rules)
      + (rules == .all ? guesses(line, own, table) : [])
    if own.hasDirective {
      let local = explained(line, own, table, .all).problems(atLine: line)
      return group(silenced(local + others, line, table))
    }
    guard let finding = facts.finding(ofLine: offset), !finding.rules.isDisjoint(with: rules) else {
      return group(others)
    }
    let local = knownOrExplained(line, own, offset, facts, table, finding.rules)
    return (local.problems.isEmpty ? [] : [local]) + group(others)
  }

  private func group(_ problems: [Problem]) -> [ProblemGroup] {
    let graded = problems.compactMap { catalog.graded($0) }
    return graded.isEmpty ? [] : [ProblemGroup(graded, movesWithRow: false)]
  }

  // MARK: In itself

  private func knownOrExplained(
    _ line: Int, _ own: LineFacts, _ offset: Int, _ facts: BlockFacts, _ table: CatalogTable,
    _ rules: RuleSet
  ) -> ProblemGroup {
    let number = Int32(clamping: offset)
    let isLearned = catalog.learnedDigest != 0
    if !isLearned, let known = facts.explained.withLock({ $0[number] }) { return known }
    let group = explained(line, own, table, rules)
    if depth == .brief, !isLearned { facts.explained.withLock { $0[number] = group } }
    return group
  }

  private func explained(
    _ line: Int, _ own: LineFacts, _ table: CatalogTable, _ rules: RuleSet
  ) -> ProblemGroup {
    let found = catalog.text.withLine(line) { bytes, _ in
      memory.row.read(bytes, from: Int(own.contentOffset))
      var sink = ExplainingSink()
      RowRules.check(bytes, memory.row, table.plan, &sink, only: rules)
      guard let learned = catalog.learnedPlan(of: table) else { return sink.problems }
      return learned.placing(sink.problems, bytes, memory.row)
    }
    // A row with an ignore comment is graded once it is known what is silenced.
    let problems = found.map { $0.problem(atLine: 0) }
    return ProblemGroup(
      own.hasDirective ? problems : problems.compactMap { catalog.graded($0) },
      movesWithRow: true)
  }

  /// What other rows make seem wrong.
  private func guesses(_ line: Int, _ own: LineFacts, _ table: CatalogTable) -> [Problem] {
    if catalog.guessDigest == 0 { return [] }
    let rules = GuessRules(of: table, in: catalog)
    guard rules.mayFind else { return [] }
    return catalog.text.withLine(line) { bytes, _ in
      rules.problems(bytes, Row(bytes, from: Int(own.contentOffset))).map {
        var problem = $0.problem(atLine: line)
        problem.isGuess = true
        return problem
      }
    }
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

  // MARK: With others

  private mutating func problemsWithOthers(
    _ line: Int, _ own: LineFacts, _ facts: BlockFacts, _ offset: Int, _ table: CatalogTable,
    _ rules: RuleSet
  ) -> [Problem] {
    var found: [Problem] = []
    if rules.contains(.duplicateName), let earlier = earlierLine(line, own, .name, table),
      let problem = DuplicateNameRule.problem(line, earlier, table, catalog)
    {
      found.append(problem)
    }
    if rules.contains(.duplicateName), !table.plan.uniqueColumns.isEmpty {
      found += repeatedValues(line, offset, facts, table)
    }
    if rules.contains(.duplicateLink), let earlier = earlierLine(line, own, .link, table),
      let problem = DuplicateLinkRule.problem(line, earlier, table, catalog)
    {
      found.append(problem)
    }
    let number = Int32(clamping: offset)
    if rules.contains(.linkMismatch),
      facts.links.contains(where: { $0.line == number && catalog.mayMismatch($0) })
    {
      found += LinkMismatchRule.problems(line, table, catalog)
    }
    if rules.contains(.missingLink), own.isReference {
      let labels = definedLabels ?? catalog.definedLabels
      definedLabels = labels
      found += [MissingLinkRule.problem(line, table, catalog, defined: labels)].compactMap { $0 }
    }
    if rules.contains(.unsortedRow),
      let problem = UnsortedRowRule.problem(line, own, table, catalog)
    {
      found.append(tellsPlaces ? withPlace(problem, line, table) : problem)
    }
    return found
  }

  /// The values of a row that an earlier row has, where they are to tell rows apart.
  private mutating func repeatedValues(
    _ line: Int, _ offset: Int, _ facts: BlockFacts, _ table: CatalogTable
  ) -> [Problem] {
    let number = Int32(clamping: offset)
    return facts.uniques.filter { $0.line == number }.compactMap { unique in
      guard let earlier = firstLine(of: unique, table), earlier < line else { return nil }
      let columns = table.plan.uniqueColumns[Int(unique.slot)]
      return DuplicateNameRule.problem(line, earlier, columns: columns, table, catalog)
    }
  }

  /// The first row of the table that is told apart by the same values, where others are, too.
  private mutating func firstLine(of unique: StoredUnique, _ table: CatalogTable) -> Int? {
    guard catalog.uniques.isShared(unique.key, table: table.id) else { return nil }
    // Names, links and these have keys of their own kind.
    let slot = KeyIndex.key(unique.key, table: table.id) &* 0x9E37_79B9_7F4A_7C15
    if let known = firstLines[slot] { return known }
    let first = catalog.firstLine(of: unique, table: table)
    firstLines[slot] = first
    return first
  }

  private mutating func withPlace(
    _ problem: Problem, _ line: Int, _ table: CatalogTable
  ) -> Problem {
    let known = runs[table.id] ?? SortedRuns(of: table, in: catalog)
    runs[table.id] = known
    return UnsortedRowRule.withPlace(problem, line, known, table, catalog)
  }

  /// The first row of the table with the same name or link, where that is another, earlier row.
  private mutating func earlierLine(
    _ line: Int, _ own: LineFacts, _ part: LineFacts.Key, _ table: CatalogTable
  ) -> Int? {
    let fingerprint = own[part]
    let index = part == .name ? catalog.names : catalog.links
    guard fingerprint != 0, index.isShared(fingerprint, table: table.id) else { return nil }
    // Names and links have keys of their own kind.
    let key = KeyIndex.key(fingerprint, table: table.id)
    let slot = part == .name ? key : ~key
    if firstLines[slot] == nil {
      let first = catalog.firstLine(ofKey: fingerprint, in: index, table: table) {
        $0[part] == fingerprint
      }
      firstLines[slot] = first ?? line
    }
    guard let first = firstLines[slot], first < line else { return nil }
    return first
  }
}

/// A row that one after another is read in the same memory; a class, since the finder would copy
/// its catalog for each row if it had to change itself while it reads one.
private final class RowMemory {
  var row = Row()
}

extension BlockProblems.Row {
  init(line: Int, _ groups: [ProblemGroup]) {
    self.line = line
    self.groups = groups
    hasError = groups.contains { $0.errorCount > 0 }
  }
}

extension Catalog {
  /// The problem as the configuration grades it, nil where the rule is off.
  func graded(_ problem: Problem) -> Problem? {
    guard let severity = configuration.severity(of: problem.rule) else { return nil }
    var problem = problem
    problem.severity = problem.isGuess ? .hint : severity
    return problem
  }

  /// Whether a link's text may be a row's name, and its URL another than that row's.
  func mayMismatch(_ link: StoredLink) -> Bool {
    var mayMismatch = false
    forEachRow(ofName: link.textKey) { _, facts in
      mayMismatch = facts.linkKey != link.linkKey
      return !mayMismatch
    }
    return mayMismatch
  }
}
