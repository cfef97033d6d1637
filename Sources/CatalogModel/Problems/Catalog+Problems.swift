/// Problems as an editor is shown them: as many as a limit lets through, by row.
package struct ProblemReport: Sendable {
  /// A row with its problems.
  package struct Row: Sendable {
    /// 0-based line.
    package let line: Int
    /// Its problems, by what they were found in.
    package let groups: [ProblemGroup]
  }

  /// The rows, in order.
  package let rows: [Row]
  /// Problems shown.
  package let count: Int
  /// Whether some were left out because of the limit.
  package let isCut: Bool
}

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
  package func forEachProblem(_ body: (Problem) -> Void) {
    ProblemWalk(self).run(body)
  }

  /// As many problems as the limit lets through: those of the rows that the last edit changed
  /// first, then errors, then the order of the text. The place of a row out of order is left out.
  ///
  /// - Complexity: O(blocks + problems returned)
  package func problems(limit: Int) -> ProblemReport {
    var collector = ProblemCollector(self, limit: limit)
    return collector.collect()
  }

  /// The problems whose place touches a range of lines.
  package func problems(ofLines lines: Range<Int>) -> [Problem] {
    ProblemWalk(self).problems(ofLines: lines)
  }

  /// The ids of the tables between ignore marks: no rule, no formatting.
  package var ignoredTableIDs: Set<Int> { IgnoreRegions(of: self).tableIDs }

  /// About how many problems there are: those of single rows and of pairs of rows.
  ///
  /// - Complexity: O(blocks)
  package var problemCount: Int {
    let local = facts.reduce(0) { $0 + $1.counts.problems }
    let inversions = tables.reduce(0) { $0 + $1.tally.inversionCount }
    return local + inversions + (names.sharedRowCount + links.sharedRowCount) / 2
  }
}
