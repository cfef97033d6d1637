import CatalogSchema

/// The totals of a run.
struct Tally {
  /// Texts checked.
  var fileCount = 0
  /// Paths that could not be read.
  var unreadableCount = 0
  /// Fixed problems.
  var fixedCount = 0
  /// Changed files.
  var fixedFileCount = 0
  /// Problems found but not reported.
  var leftOut = LeftOutCounts()
  /// Remaining problems, and those that `check --fix` fixes, by rule.
  private var ruleCounts: [RuleCode: (problems: Int, fixable: Int)] = [:]
  /// Remaining problems, by severity.
  private var severityCounts: [Severity: Int] = [:]

  /// Counts a problem.
  mutating func add(_ problem: ReportedProblem) {
    ruleCounts[problem.rule, default: (0, 0)].problems += 1
    if problem.isFixable { ruleCounts[problem.rule, default: (0, 0)].fixable += 1 }
    severityCounts[problem.severity, default: 0] += 1
  }

  /// Remaining problems.
  var problemCount: Int { severityCounts.values.reduce(0, +) }
  /// Remaining problems that `check --fix` fixes.
  var fixableCount: Int { ruleCounts.values.reduce(0) { $0 + $1.fixable } }
  /// Whether an error or a warning remains.
  var hasFailures: Bool { count(of: .error) + count(of: .warning) > 0 }

  /// Remaining problems of a severity.
  func count(of severity: Severity) -> Int { severityCounts[severity] ?? 0 }

  /// The rules with problems, the most frequent first.
  var rules: [(rule: RuleCode, counts: (problems: Int, fixable: Int))] {
    ruleCounts.sorted { ($1.value.problems, $0.key) < ($0.value.problems, $1.key) }
      .map { ($0.key, $0.value) }
  }
}
