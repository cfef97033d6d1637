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
  /// come first, then errors, then the order of the text. With a limit, the place of a row out of
  /// order is left out.
  ///
  /// - Complexity: O(blocks + problems returned)
  package func problems(limit: Int? = nil) -> ProblemReport {
    var collector = ProblemCollector(
      catalog: self, limit: limit ?? .max, depth: limit == nil ? .full : .brief)
    collector.collect()
    return ProblemReport(problems: collector.sorted, isCut: collector.isCut)
  }

  /// The problems whose place touches a range of lines.
  package func problems(ofLines lines: Range<Int>) -> [Problem] {
    var collector = ProblemCollector(catalog: self, limit: .max, depth: .full)
    collector.collect(lines: lines)
    return collector.sorted.filter { problem in
      problem.range.lowerBound.line < lines.upperBound
        && problem.range.upperBound.line >= lines.lowerBound
    }
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
    let local = facts.reduce(0) { $0 + $1.counts.problems }
    let inversions = tables.reduce(0) { $0 + $1.tally.inversionCount }
    let shared =
      names.sharedKeys.values.reduce(0) { $0 + $1.count }
      + links.sharedKeys.values.reduce(0) { $0 + $1.count }
    return local + inversions + shared / 2
  }
}
