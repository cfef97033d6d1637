import CatalogSchema
import LineStore
import Synchronization

/// Gathers as many problems as a limit lets through, and remembers with each block what it found.
struct ProblemCollector {
  private let catalog: Catalog
  private let limit: Int
  private let errors: RuleSet
  private let finder: RowProblemFinder
  private var entries: [ProblemReport.Entry] = []
  private var count = 0
  private var isCut = false
  /// The lines whose problems were gathered, all or the errors.
  private var takenLines = FingerprintMap<Part>(placeholder: .all)
  private var takenOfTables: Set<TableProblem> = []

  /// How much of a row's problems.
  private enum Part { case all, errors }

  /// A problem of a table as a whole; a rule reports a place once.
  private struct TableProblem: Hashable {
    var tableID: Int
    var rule: RuleCode
    var place: Range<TextPosition>
  }

  init(_ catalog: Catalog, limit: Int) {
    self.catalog = catalog
    self.limit = limit
    errors = catalog.rules.set {
      catalog.configuration.severity(of: $0.code, standard: $0.severity) == .error
    }
    finder = RowProblemFinder(
      catalog, depth: .brief, countMax: ProblemSink.editorCountMax)
  }

  private var isFull: Bool { count >= limit }

  /// Gathers from some lines, then errors, then all.
  mutating func collect(first lines: [Range<Int>]) -> ProblemReport {
    for range in lines { collect(lines: range.clamped(to: 0..<catalog.text.lineCount)) }
    collectErrors()
    collectRest()
    entries.sort { $0.line < $1.line }
    joinEntriesOfOneLine()
    return ProblemReport(entries: entries, count: count, isCut: isCut)
  }

  /// Puts the problems of a line that were gathered one after another into one order.
  private mutating func joinEntriesOfOneLine() {
    var joined: [ProblemReport.Entry] = []
    for entry in entries {
      guard let last = joined.last, last.line == entry.line else {
        joined.append(entry)
        continue
      }
      let problems = [last, entry].flatMap { $0.group.problems(atLine: $0.line) }
      joined[joined.count - 1] = ProblemReport.Entry(
        line: entry.line, group: ProblemGroup(problems, movesWithRow: false))
    }
    entries = joined
  }

  /// Adds problems, or as many of them as the limit lets through.
  private mutating func add(_ line: Int, _ group: ProblemGroup) {
    let room = limit - count
    if group.problems.count > room { isCut = true }
    if room <= 0 { return }
    let shown = group.problems.count <= room ? group : group.prefix(room)
    entries.append(ProblemReport.Entry(line: line, group: shown))
    count += shown.problems.count
  }

  /// Adds what was not gathered before of a row's problems.
  private mutating func take(_ row: BlockProblems.Row, _ part: Part) {
    let taken = takenLines.exchange(Self.key(row.line)) { $0 == .all ? .all : part }
    if taken == .all || taken == part { return }
    for group in row.groups {
      if part == .all, taken == nil {
        add(row.line, group)
      } else {
        let parts = group.bySeverity()
        if let wanted = part == .errors ? parts.errors : parts.others { add(row.line, wanted) }
      }
    }
  }

  private mutating func take(
    ofTable table: CatalogTable, where isWanted: (Problem) -> Bool = { _ in true }
  ) {
    if finder.skippedTableIDs.contains(table.id) { return }
    for problem in catalog.problems(of: table, .brief) where isWanted(problem) {
      let key = TableProblem(tableID: table.id, rule: problem.rule, place: problem.range)
      guard takenOfTables.insert(key).inserted else { continue }
      add(problem.range.lowerBound.line, ProblemGroup([problem], movesWithRow: false))
    }
  }

  /// Lines as keys, of which none is 0.
  private static func key(_ line: Int) -> UInt64 { UInt64(truncatingIfNeeded: line) &+ 1 }

  // MARK: Order

  private mutating func collect(lines: Range<Int>) {
    guard !lines.isEmpty else { return }
    for table in catalog.tables(near: lines) {
      take(ofTable: table) { lines.contains($0.range.lowerBound.line) }
    }
    var block = catalog.text.block(ofLine: lines.lowerBound).block
    var first = catalog.text.firstLine(ofBlock: block)
    while block < catalog.metadata.count, first < lines.upperBound, !isFull {
      for row in foundOrKnownRows(block, first, .all) where lines.contains(row.line) {
        take(row, .all)
      }
      first += catalog.metadata[block].lines.count
      block += 1
    }
  }

  /// Blocks that one task checks.
  private static let blockCountOfPiece = 4

  /// Finds on all cores the errors of a text that is not checked yet, from a block on and as far as
  /// they are surely shown; what is found is remembered with the blocks. Of a list of 20,000
  /// rows it saved a third of the time.
  private func findErrorsAhead(from block: Int, _ first: Int) {
    let places = placesOfUnknownErrors(from: block, first)
    let pieces = AllCores.pieces(of: places.indices, size: Self.blockCountOfPiece)
    if pieces.count < 2 { return }
    _ = AllCores.map(pieces, with: { [catalog, limit] in Self(catalog, limit: limit) }) {
      piece, collector in
      for (block, first) in places[piece] {
        _ = collector.foundOrKnownRows(block, first, .errors)
      }
    }
  }

  /// The blocks whose rows have errors that are surely shown, and their first lines, up to one that
  /// is checked already.
  private func placesOfUnknownErrors(
    from start: Int, _ firstLine: Int
  ) -> [(block: Int, first: Int)] {
    var places: [(block: Int, first: Int)] = []
    var room = limit - count
    var first = firstLine
    for block in start..<catalog.metadata.count where room > 0 {
      let metadata = catalog.metadata[block]
      let rowCount = metadata.reports.count { !$0.rules.isDisjoint(with: errors) }
      if rowCount > 0 {
        if knownRows(block, first, .errors) != nil { break }
        places.append((block, first))
      }
      room -= rowCount
      first += metadata.lines.count
    }
    return places
  }

  private mutating func collectErrors() {
    for index in tables(withProblems: .errors) where !isFull {
      take(ofTable: catalog.tables[index]) { $0.severity == .error }
    }
    var first = 0
    var isFirst = true
    for block in catalog.metadata.indices {
      if isFull { return }
      if mayHaveError(block) {
        if isFirst { findErrorsAhead(from: block, first) }
        isFirst = false
        for row in foundOrKnownRows(block, first, .errors) where row.hasError {
          take(row, .errors)
        }
      }
      first += catalog.metadata[block].lines.count
    }
  }

  private func mayHaveError(_ block: Int) -> Bool {
    let metadata = catalog.metadata[block]
    if !metadata.counts.rules.isDisjoint(with: errors) { return true }
    if metadata.counts.directives > 0, isError(UnusedIgnoreRule.rule) { return true }
    return catalog.rules.lines.contains {
      errors.contains(number: $0.rule.number) && $0.check.mayFind(block, catalog)
    }
      || catalog.rules.relations.contains {
        errors.contains(number: $0.rule.number) && $0.check.mayFind(block, catalog)
      }
  }

  private func isError(_ rule: Rule) -> Bool {
    catalog.rules.number(of: rule.code).map { errors.contains(number: $0) } ?? false
  }

  /// Gathers in the text's order, until the limit leaves something out.
  private mutating func collectRest() {
    var first = 0
    var tables = tables(withProblems: .all)[...]
    for block in catalog.metadata.indices {
      let end = first + catalog.metadata[block].lines.count
      var rows: [BlockProblems.Row] = []
      if !isFull {
        rows = foundOrKnownRows(block, first, .all)
      } else if mayHaveProblem(block) {
        rows = roughRows(block, first)
      }
      for row in rows where !isCut {
        takeTables(before: row.line, of: &tables)
        take(row, .all)
      }
      takeTables(before: end, of: &tables)
      if isCut { return }
      first = end
    }
  }

  private mutating func takeTables(before line: Int, of tables: inout ArraySlice<Int>) {
    while !isCut, let index = tables.first, catalog.tables[index].headerLine < line {
      take(ofTable: catalog.tables[index])
      tables.removeFirst()
    }
  }

  /// The indices of the tables that have problems as a whole, in order.
  private mutating func tables(withProblems part: TableProblemMemo.Part) -> [Int] {
    catalog.tables.indices(withProblems: part) { table in
      let problems = catalog.problems(of: table, .brief)
      return problems.contains { $0.severity == .error } ? .errors : problems.isEmpty ? nil : .all
    }
  }

  private func mayHaveProblem(_ block: Int) -> Bool {
    let metadata = catalog.metadata[block]
    return metadata.counts.problems > 0 || isRelated(block)
      || catalog.rules.lines.contains { $0.check.mayFind(block, catalog) }
  }

  // MARK: Memory

  /// The rows of a block with their problems, or at least their errors.
  private mutating func foundOrKnownRows(
    _ block: Int, _ first: Int, _ part: Part
  ) -> [BlockProblems.Row] {
    if let known = knownRows(block, first, .all) ?? knownRows(block, first, part) { return known }
    let metadata = catalog.metadata[block]
    let lines = first..<first + metadata.lines.count
    let rows = finder.rows(
      ofBlock: block, first: first, lines: lines, rules: part == .all ? .all : errors)
    let new = BlockProblems(
      relations: catalog.relations.generation, guesses: catalog.guesses.generation,
      isRelated: isRelated(block), firstLine: first,
      surroundings: BlockSurroundings(of: block, first: first, in: catalog), rows: rows)
    metadata.cache.store(new, onlyErrors: part == .errors)
    return rows
  }

  /// What was found before and still holds.
  private func knownRows(_ block: Int, _ first: Int, _ part: Part) -> [BlockProblems.Row]? {
    guard let known = catalog.metadata[block].cache.problems(onlyErrors: part == .errors),
      known.guesses == catalog.guesses.generation,
      known.surroundings == BlockSurroundings(of: block, first: first, in: catalog)
    else { return nil }
    if known.firstLine == first, known.relations == catalog.relations.generation {
      return known.rows
    }
    return !known.isRelated && known.surroundings.isEmpty && !isRelated(block)
      ? known.rows(from: first) : nil
  }

  /// The rows of a block that have problems, for a look whether there are any.
  private mutating func roughRows(_ block: Int, _ first: Int) -> [BlockProblems.Row] {
    if let known = knownRows(block, first, .all) { return known }
    let lines = first..<first + catalog.metadata[block].lines.count
    return RowProblemFinder(catalog, depth: .existence, countMax: ProblemSink.editorCountMax)
      .rows(ofBlock: block, first: first, lines: lines)
  }

  /// Whether problems of a block's rows depend on other lines.
  private func isRelated(_ block: Int) -> Bool {
    let hasSkipped = !finder.skippedTableIDs.isEmpty || !finder.conflicts.conflicts.isEmpty
    if hasSkipped || catalog.totals.dashes > 0 { return true }
    let counts = catalog.metadata[block].counts
    return counts.ignoreMarks + counts.directives + counts.textRows > 0
      || catalog.rules.relations.contains { $0.check.mayFind(block, catalog) }
  }
}
