import CatalogModel
import CatalogSchema

/// Selects the problems of one text to report: those of some rules that are not in the baseline and
/// not older than a change.
struct ProblemFilter: Sendable {
  /// The selected rules.
  let rules: Set<RuleCode>
  /// The text's problems in the baseline.
  var baseline = ProblemCounts()
  /// The text before the change; nil to report all lines.
  var former: FormerText?

  /// A pass over all problems of a catalog, in their order.
  func pass(over catalog: Catalog) -> Pass {
    Pass(filter: self, catalog: catalog, modifiedLines: former?.modifiedLines(in: catalog.text))
  }

  /// One pass over the problems of a catalog.
  struct Pass {
    /// The filter with the earlier problems that are left.
    fileprivate(set) var filter: ProblemFilter
    fileprivate let catalog: Catalog
    fileprivate let modifiedLines: ModifiedLines?
    /// The problems left out so far.
    private(set) var leftOut = LeftOutCounts()

    /// Whether to report the next problem.
    mutating func takes(_ problem: Problem) -> Bool {
      guard filter.rules.contains(problem.rule) else { return false }
      if !filter.baseline.counts.isEmpty, filter.baseline.take(catalog.key(of: problem)) {
        leftOut.baseline += 1
        return false
      }
      guard let modifiedLines, !modifiedLines.touch(problem) else { return true }
      // A change may cause new problems on lines that it does not touch.
      if filter.former?.problems.take(catalog.key(of: problem)) == true {
        leftOut.unchanged += 1
        return false
      }
      return true
    }
  }
}

/// Problems that were found but not reported, by reason.
struct LeftOutCounts: Sendable {
  /// Problems of the baseline.
  var baseline = 0
  /// Problems that the change left as they were.
  var unchanged = 0
  /// Problems of the baseline that no longer exist.
  var gone = 0

  /// Whether all that exist were reported.
  var isEmpty: Bool { baseline + unchanged == 0 }

  static func += (left: inout LeftOutCounts, right: LeftOutCounts) {
    left.baseline += right.baseline
    left.unchanged += right.unchanged
    left.gone += right.gone
  }
}
