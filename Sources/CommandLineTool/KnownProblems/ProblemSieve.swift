import CatalogModel
import CatalogSchema
import LineStore

/// Which problems of one text count, and which are left out as known before.
struct ProblemSieve: Sendable {
  /// The rules that were asked for.
  let rules: RuleSet
  /// The text's problems in the baseline.
  var baseline = ProblemCounts()
  /// The text before the change that is looked at; nil where all lines count.
  var former: FormerText?

  /// A pass over all problems of a catalog, in their order.
  func pass(over catalog: Catalog) -> Pass {
    Pass(
      rules: rules, catalog: catalog, baseline: baseline,
      former: former?.problems ?? ProblemCounts(),
      changedLines: former?.changedLines(in: catalog.text))
  }

  /// One pass over the problems of a catalog.
  struct Pass {
    let rules: RuleSet
    let catalog: Catalog
    /// What is left of the baseline.
    private(set) var baseline: ProblemCounts
    private(set) var former: ProblemCounts
    let changedLines: ChangedLines?
    /// How many were left out so far.
    private(set) var leftOut = LeftOutCounts()

    fileprivate init(
      rules: RuleSet, catalog: Catalog, baseline: ProblemCounts, former: ProblemCounts,
      changedLines: ChangedLines?
    ) {
      self.rules = rules
      self.catalog = catalog
      self.baseline = baseline
      self.former = former
      self.changedLines = changedLines
    }

    /// Whether the next problem counts.
    mutating func takes(_ problem: Problem) -> Bool {
      guard rules.contains(problem.rule) else { return false }
      if !baseline.counts.isEmpty, baseline.take(catalog.key(of: problem)) {
        leftOut.baseline += 1
        return false
      }
      guard let changedLines, !changedLines.touch(problem) else { return true }
      // A change may break what it does not touch; that was no problem before.
      if former.take(catalog.key(of: problem)) {
        leftOut.unchanged += 1
        return false
      }
      return true
    }
  }
}

/// Problems that were found and not reported, by the reason.
struct LeftOutCounts: Sendable {
  /// Those of the baseline.
  var baseline = 0
  /// Those that were there before the change, on lines that it left as they were.
  var unchanged = 0

  /// Whether all were reported.
  var isEmpty: Bool { baseline + unchanged == 0 }

  static func += (left: inout LeftOutCounts, right: LeftOutCounts) {
    left.baseline += right.baseline
    left.unchanged += right.unchanged
  }
}
