import LineStore

/// A walk through all problems of a catalog in order: those of rows, and those of tables.
struct ProblemWalk {
  private let catalog: Catalog
  private var finder: RowProblemFinder

  init(_ catalog: Catalog) {
    self.catalog = catalog
    finder = RowProblemFinder(catalog, depth: .full)
  }

  /// Calls `body` with each problem, by line, column and code.
  mutating func run<Failure: Error>(
    _ body: (Problem) throws(Failure) -> Void
  ) throws(Failure) {
    // A problem may be told on the line above its own, so a block's last are held back.
    var waiting = problems(of: catalog.tables[...]).sorted(by: Problem.comesFirst)
    var first = 0
    for block in catalog.facts.indices {
      let end = first + catalog.facts[block].lines.count
      let found = problems(ofBlock: block, first: first, lines: first..<end)
      first = end
      if found.isEmpty { continue }
      waiting = (waiting + found).sorted(by: Problem.comesFirst)
      let ready = waiting.prefix { $0.range.lowerBound.line < end - 1 }
      for problem in ready { try body(problem) }
      waiting.removeFirst(ready.count)
    }
    for problem in waiting { try body(problem) }
  }

  private mutating func problems(
    ofBlock block: Int, first: Int, lines: Range<Int>
  ) -> [Problem] {
    finder.rows(ofBlock: block, first: first, lines: lines).flatMap { row in
      row.groups.flatMap { $0.problems(atLine: row.line) }
    }
  }

  private func problems(of tables: ArraySlice<CatalogTable>) -> [Problem] {
    tables.filter { !finder.ignoredTables.contains($0.id) }.flatMap { catalog.problems(of: $0) }
  }

  /// The problems whose place touches some lines.
  mutating func problems(ofLines lines: Range<Int>) -> [Problem] {
    // A broken table is told on the line above its delimiter row.
    let wanted = (lines.lowerBound..<lines.upperBound + 1)
      .clamped(to: 0..<catalog.text.lineCount)
    guard !wanted.isEmpty else { return [] }
    var found = problems(of: catalog.tables(near: lines))
    var block = catalog.text.block(ofLine: wanted.lowerBound).block
    var first = catalog.text.firstLine(ofBlock: block)
    while block < catalog.facts.count, first < wanted.upperBound {
      let end = first + catalog.facts[block].lines.count
      found += problems(ofBlock: block, first: first, lines: wanted.clamped(to: first..<end))
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
  func problems(of table: CatalogTable) -> [Problem] {
    [
      UnformattedTableRule.problem(of: table, in: self),
      BrokenTableRule.problem(behind: table, in: self),
    ].compactMap { $0.flatMap { graded($0) } }
  }
}
