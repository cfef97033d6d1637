import CatalogSchema

extension Catalog {
  /// All problems, by line, column and code.
  package func problems() -> [Problem] {
    var problems: [Problem] = []
    forEachProblem { problems.append($0) }
    return problems
  }

  /// Calls `body` with each problem, by line, column and code.
  ///
  /// - Complexity: O(blocks + rows with problems)
  package func forEachProblem<Failure: Error>(
    _ body: (Problem) throws(Failure) -> Void
  ) throws(Failure) {
    try ProblemWalk(self).run(body)
  }

  /// As many problems as the limit lets through: first those of the rows that the caller names,
  /// then errors, then the order of the text.
  ///
  /// - Complexity: O(blocks + problems returned)
  package func problems(limit: Int, first lines: [Range<Int>] = []) -> ProblemReport {
    var shown = ProblemCollector(self, limit: limit)
    return shown.collect(first: lines)
  }

  /// The problems whose place touches a range of lines.
  package func problems(ofLines lines: Range<Int>) -> [Problem] {
    ProblemWalk(self).problems(ofLines: lines)
  }

  /// About how many problems there are, those that ignore comments silence included.
  ///
  /// - Complexity: O(1)
  package var problemCount: Int {
    totals.problems + totals.mismatches + tableTotals.inversionCount
      + tableTotals.unformattedTableCount
      + (names.sharedRowCount + links.sharedRowCount + uniqueKeys.sharedRowCount) / 2
  }
}

extension Catalog {
  /// The tables that have a line among some, or end at most two lines above: these have a say in
  /// what is wrong there.
  ///
  /// - Complexity: O(log tables + tables returned)
  func tables(near lines: Range<Int>) -> Slice<TableList> {
    let start = tables.index { $0.upperBound + 1 >= lines.lowerBound }
    let end = tables.index { $0.lowerBound >= lines.upperBound }
    return tables[start..<max(start, end)]
  }
}
