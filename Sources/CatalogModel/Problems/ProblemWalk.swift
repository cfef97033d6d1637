import LineStore

/// A walk through all problems of a catalog in order: those of rows, and those of tables.
struct ProblemWalk {
  private let catalog: Catalog
  private let ignored: IgnoreRegions

  /// Blocks whose problems are looked for in one go.
  private static let blockCountOfPiece = 4
  /// Pieces that are worked on at once, and whose problems are kept in memory.
  private static let pieceCountOfWindow = 32

  init(_ catalog: Catalog) {
    self.catalog = catalog
    ignored = IgnoreRegions(of: catalog)
  }

  /// The runs of the tables that have rows out of order.
  ///
  /// - Complexity: O(blocks + rows that are not in order)
  private var runs: [Int: SortedRuns] {
    var runs: [Int: SortedRuns] = [:]
    for table in catalog.tables where table.tally.inversionCount > 0 && table.plan.isSorted {
      if table.tally.isMostlySorted { runs[table.id] = SortedRuns(of: table, in: catalog) }
    }
    return runs
  }

  /// Calls `body` with each problem, by line, column and code; they are looked for on all cores.
  func run<Failure: Error>(_ body: (Problem) throws(Failure) -> Void) throws(Failure) {
    var ofTables = problems(of: catalog.tables[...]).sorted(by: Problem.comesFirst)[...]
    // A problem may be reported on the line above its own, so the last ones are held back.
    var held: [Problem] = []
    let runs = runs
    let pieces = AllCores.pieces(of: catalog.facts.indices, size: Self.blockCountOfPiece)
    try AllCores.forEach(
      pieces, ahead: Self.pieceCountOfWindow, { problems(ofBlocks: $0, runs) }
    ) { (piece, problems) throws(Failure) in
      let end = catalog.text.firstLine(ofBlock: piece.upperBound) - 1
      let tables = ofTables.prefix { $0.range.lowerBound.line < end }
      ofTables = ofTables.dropFirst(tables.count)
      let found =
        held.isEmpty && tables.isEmpty
        ? problems : (held + tables + problems).sorted(by: Problem.comesFirst)
      held = []
      for problem in found {
        if problem.range.lowerBound.line < end { try body(problem) } else { held.append(problem) }
      }
    }
    for problem in (held + ofTables).sorted(by: Problem.comesFirst) { try body(problem) }
  }

  /// The problems of some blocks' rows, in order.
  private func problems(
    ofBlocks blocks: Range<Int>, _ runs: [Int: SortedRuns]
  ) -> [Problem] {
    var finder = RowProblemFinder(catalog, depth: .full, ignored, runs: runs)
    var first = catalog.text.firstLine(ofBlock: blocks.lowerBound)
    var problems: [Problem] = []
    for block in blocks {
      let end = first + catalog.facts[block].lines.count
      for row in finder.rows(ofBlock: block, first: first, lines: first..<end) {
        for group in row.groups { group.append(to: &problems, atLine: row.line) }
      }
      first = end
    }
    return problems.sorted(by: Problem.comesFirst)
  }

  private func problems(of tables: Slice<TableList>) -> [Problem] {
    var states = BlockStateCursor()
    return tables.filter { !ignored.tableIDs.contains($0.id) }.flatMap { table in
      catalog.problems(of: table, .full, &states)
    }
  }

  /// The problems whose place touches some lines.
  func problems(ofLines lines: Range<Int>) -> [Problem] {
    // A broken table is reported on the line above its delimiter row.
    let wanted = (lines.lowerBound..<lines.upperBound + 1)
      .clamped(to: 0..<catalog.text.lineCount)
    guard !wanted.isEmpty else { return [] }
    var finder = RowProblemFinder(catalog, depth: .full, ignored)
    var found = problems(of: catalog.tables(near: lines))
    var block = catalog.text.block(ofLine: wanted.lowerBound).block
    var first = catalog.text.firstLine(ofBlock: block)
    while block < catalog.facts.count, first < wanted.upperBound {
      let end = first + catalog.facts[block].lines.count
      let lines = wanted.clamped(to: first..<end)
      found += finder.rows(ofBlock: block, first: first, lines: lines).flatMap(\.problems)
      first = end
      block += 1
    }
    return found.filter {
      $0.range.lowerBound.line < lines.upperBound && $0.range.upperBound.line >= lines.lowerBound
    }.sorted(by: Problem.comesFirst)
  }
}

extension Problem {
  /// The order of reports: line, column, code.
  static func comesFirst(_ left: Problem, _ right: Problem) -> Bool {
    left.range.lowerBound != right.range.lowerBound
      ? left.range.lowerBound < right.range.lowerBound : left.rule < right.rule
  }
}

extension Catalog {
  /// The problems of a table as a whole, and of the lines behind it.
  func problems(
    of table: CatalogTable, _ depth: ProblemDepth, _ states: inout BlockStateCursor
  ) -> [Problem] {
    let own = [
      UnformattedTableRule.problem(of: table, in: self), EmptyCellRule.problem(of: table, in: self),
    ].compactMap { $0 }
    let directive = directive(ofLine: table.headerLine)
    let unused = UnusedIgnoreRule.problems(table.headerLine, directive, silencing: own)
    let lost = [BrokenTableRule.problem(behind: table, in: self, depth, &states)]
      .compactMap { $0 }
    return (own.filter { !directive.silences($0.rule) } + unused + lost).compactMap { graded($0) }
  }
}
