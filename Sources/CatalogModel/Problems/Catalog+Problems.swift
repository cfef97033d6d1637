import CatalogSchema
import LineStore
import TableSyntax

/// The problems of a catalog, or the first of them.
package struct ProblemReport: Sendable {
  /// By line, column and code.
  package var problems: [Problem]
  /// Whether some were left out because of the limit.
  package var isCut: Bool
}

extension Catalog {
  /// The problems, all of them or as many as `limit`: those of the rows that the last edit changed
  /// come first, then errors, then the order of the text.
  ///
  /// - Complexity: O(blocks + problems returned)
  package func problems(limit: Int? = nil) -> ProblemReport {
    var collector = ProblemCollector(catalog: self, limit: limit ?? .max)
    collector.collect()
    return ProblemReport(problems: collector.sorted, isCut: collector.isCut)
  }

  /// The problems whose place touches a range of lines.
  package func problems(ofLines lines: Range<Int>) -> [Problem] {
    var collector = ProblemCollector(catalog: self, limit: .max)
    collector.collect(lines: lines)
    return collector.sorted.filter { problem in
      problem.range.lowerBound.line < lines.upperBound
        && problem.range.upperBound.line >= lines.lowerBound
    }
  }
}

/// Gathers problems block by block, the local ones and those that the groups tell of.
struct ProblemCollector {
  let catalog: Catalog
  let limit: Int
  private(set) var problems: [Problem] = []
  private(set) var isCut = false
  private var doneLines: Set<Int> = []
  private let ignoredTables: Set<Int>

  init(catalog: Catalog, limit: Int) {
    self.catalog = catalog
    self.limit = limit
    ignoredTables = IgnoreRegions.tables(of: catalog)
  }

  /// By line, column and code.
  var sorted: [Problem] {
    problems.sorted {
      $0.range.lowerBound != $1.range.lowerBound
        ? $0.range.lowerBound < $1.range.lowerBound : $0.rule < $1.rule
    }
  }

  private var isFull: Bool { problems.count >= limit }

  /// Gathers from the changed rows, then errors, then all.
  mutating func collect() {
    if limit != .max {
      collect(lines: catalog.changedLines)
      collectErrors()
    }
    collectTables()
    var first = 0
    for block in catalog.facts.indices {
      let count = catalog.facts[block].lines.count
      if isFull {
        isCut = isCut || hasProblems(block)
        if isCut { break }
      }
      collectRows(block, first..<first + count, onlyErrors: false)
      first += count
    }
    if problems.count > limit {
      isCut = true
      problems = Array(problems.prefix(limit))
    }
  }

  /// Gathers the problems of some lines and of the tables whose headers they hold.
  mutating func collect(lines: Range<Int>) {
    guard !lines.isEmpty else { return }
    for table in catalog.tables {
      let ownLines = [table.headerLine, table.endLine, table.endLine + 1]
      if ownLines.contains(where: lines.contains) { collect(table: table) }
    }
    var first = catalog.text.block(ofLine: lines.lowerBound).block
    var start = catalog.text.firstLine(ofBlock: first)
    while first < catalog.facts.count, start < lines.upperBound {
      let end = start + catalog.facts[first].lines.count
      collectRows(first, lines.clamped(to: start..<end), onlyErrors: false)
      start = end
      first += 1
    }
  }

  private mutating func collectErrors() {
    var first = 0
    for block in catalog.facts.indices {
      if isFull { return }
      let facts = catalog.facts[block]
      if facts.counts.errors > 0 || catalog.names.sharedRowCounts[facts.id] != nil {
        collectRows(block, first..<first + facts.lines.count, onlyErrors: true)
      }
      first += facts.lines.count
    }
  }

  private func hasProblems(_ block: Int) -> Bool {
    let facts = catalog.facts[block]
    return !facts.problems.isEmpty || catalog.names.sharedRowCounts[facts.id] != nil
      || catalog.links.sharedRowCounts[facts.id] != nil
  }

  // MARK: Tables

  private var doneTables: Set<Int> = []

  private mutating func collectTables() {
    for table in catalog.tables { collect(table: table) }
  }

  private mutating func collect(table: CatalogTable) {
    guard !ignoredTables.contains(table.id), doneTables.insert(table.id).inserted else { return }
    add(UnformattedTableRule.problem(of: table, in: catalog))
    add(BrokenTableRule.problem(behind: table, in: catalog))
  }

  private mutating func add(_ problem: Problem?) {
    guard var problem, let severity = catalog.configuration.severity(of: problem.rule) else {
      return
    }
    problem.severity = severity
    problems.append(problem)
  }

  // MARK: Rows

  private mutating func collectRows(_ block: Int, _ lines: Range<Int>, onlyErrors: Bool) {
    let facts = catalog.facts[block]
    let first = catalog.text.firstLine(ofBlock: block)
    for line in interestingLines(facts, first, lines) {
      if doneLines.contains(line) { continue }
      if onlyErrors, !mayHaveError(facts, line - first) { continue }
      if isFull { return }
      doneLines.insert(line)
      collectLine(line, facts.lines[line - first], facts)
    }
  }

  private func mayHaveError(_ facts: BlockFacts, _ line: Int) -> Bool {
    facts.lines[line].role == .mismatchedDelimiterRow
      || catalog.names.sharedRowCounts[facts.id] != nil
      || facts.problems.contains { Int($0.line) == line && $0.rule.defaultSeverity == .error }
  }

  /// The lines of a block that may have a problem, in order.
  private func interestingLines(
    _ facts: BlockFacts, _ first: Int, _ lines: Range<Int>
  ) -> [Int] {
    var found: Set<Int> = []
    for problem in facts.problems { found.insert(first + Int(problem.line)) }
    for link in facts.links { found.insert(first + Int(link.line)) }
    let counts = facts.counts
    let isShared =
      catalog.names.sharedRowCounts[facts.id] != nil
      || catalog.links.sharedRowCounts[facts.id] != nil
    if isShared || counts.directives > 0 || counts.mismatches > 0 || counts.inversions > 0 {
      for (index, line) in facts.lines.enumerated() where line.role != .other {
        if isShared || line.hasDirective || line.role == .mismatchedDelimiterRow {
          found.insert(first + index)
        }
        if line.isInverted {
          found.insert(first + index)
          if index > 0 { found.insert(first + index - 1) }
        }
      }
    }
    let next = first + facts.lines.count
    if catalog.lineFacts(next).isInverted { found.insert(next - 1) }
    return found.filter { lines.contains($0) }.sorted()
  }

  private mutating func collectLine(_ line: Int, _ facts: LineFacts, _ block: BlockFacts) {
    if facts.role == .mismatchedDelimiterRow {
      add(BrokenTableRule.problem(mismatchedAt: line, in: catalog))
      return
    }
    guard facts.role == .bodyRow, let table = catalog.table(atLine: line),
      !ignoredTables.contains(table.id)
    else { return }
    var found: [Problem] = []
    catalog.withRow(line, in: table) { bytes, row in
      var sink = ExplainingSink(line: line)
      RowRules.check(bytes, row, table.plan, &sink)
      found = sink.problems
      found += DuplicateNameRule.problems(line, facts, bytes, row, table, catalog)
      found += DuplicateLinkRule.problems(line, facts, bytes, row, table, catalog)
      found += LinkMismatchRule.problems(line, bytes, row, table, catalog)
      if let problem = UnsortedRowRule.problem(line, table, catalog) { found.append(problem) }
      let directive = IgnoreDirective(bytes, row)
      if directive.isPresent {
        let unused = UnusedIgnoreRule.problems(line, directive, silencing: found)
        found = found.filter { !directive.silences($0.rule) } + unused
      }
    }
    for problem in found { add(problem) }
  }
}

/// Makes problems with their explanations.
struct ExplainingSink: ProblemSink {
  let line: Int
  private(set) var problems: [Problem] = []

  init(line: Int) { self.line = line }

  mutating func report(_ rule: RuleCode, _ range: Range<Int>, _ explain: () -> Explanation) {
    let explanation = explain()
    problems.append(
      Problem(
        rule: rule, severity: rule.defaultSeverity, range: place(range),
        message: explanation.message,
        related: explanation.related.map {
          RelatedPlace(range: place($0.range), message: $0.message)
        },
        fix: explanation.fix.map(fix)))
  }

  private func place(_ range: Range<Int>) -> Range<TextPosition> {
    TextPosition(
      line: line, byteColumn: range.lowerBound)..<TextPosition(
        line: line, byteColumn: range.upperBound)
  }

  private func fix(_ fix: RowFix) -> Fix {
    Fix(
      title: fix.title, isSafe: fix.isSafe,
      edits: fix.edits.map {
        TextEdit(line: line, byteColumns: $0.range, replacement: $0.replacement)
      })
  }
}

/// The tables between `mdcatalog-ignore-start` and `-end`, where no rule speaks.
enum IgnoreRegions {
  static func tables(of catalog: Catalog) -> Set<Int> {
    var ignored: Set<Int> = []
    var start: Int?
    var first = 0
    for facts in catalog.facts {
      if facts.counts.ignoreMarks > 0 {
        for (index, line) in facts.lines.enumerated() {
          if line.role == .ignoreStart, start == nil { start = first + index }
          if line.role == .ignoreEnd, let from = start {
            ignored.formUnion(tables(of: catalog, in: from..<first + index))
            start = nil
          }
        }
      }
      first += facts.lines.count
    }
    if let start { ignored.formUnion(tables(of: catalog, in: start..<catalog.text.lineCount)) }
    return ignored
  }

  private static func tables(of catalog: Catalog, in lines: Range<Int>) -> [Int] {
    catalog.tables.filter { lines.contains($0.headerLine) }.map(\.id)
  }
}

extension Catalog {
  /// The ids of the tables between ignore marks: no rule, no formatting.
  package var ignoredTableIDs: Set<Int> { IgnoreRegions.tables(of: self) }
}

extension Catalog {
  /// About how many problems there are: those of single rows and of pairs of rows.
  ///
  /// - Complexity: O(blocks)
  package var problemCount: Int {
    let local = facts.reduce(0) { $0 + $1.problems.count }
    let inversions = tables.reduce(0) { $0 + $1.tally.inversionCount }
    let shared =
      names.sharedRowCounts.values.reduce(0, +) + links.sharedRowCounts.values.reduce(0, +)
    return local + inversions + shared / 2
  }
}
