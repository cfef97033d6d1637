import CatalogData
import CatalogModel
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
  /// Problems of the baseline that are fixed.
  var goneCount = 0
  /// Remaining problems, by rule.
  private var ruleCounts = [Int](repeating: 0, count: RuleCode.allCases.count)
  /// Remaining problems that `check --fix` fixes, by rule.
  private var fixableCounts = [Int](repeating: 0, count: RuleCode.allCases.count)
  /// Remaining problems, by severity.
  private var severityCounts = [Int](repeating: 0, count: Severity.allCases.count)

  /// Counts a problem.
  mutating func add(_ problem: ReportedProblem) {
    let rule = problem.rule.index
    ruleCounts[rule] += 1
    if problem.isFixable { fixableCounts[rule] += 1 }
    severityCounts[problem.severity.rawValue - 1] += 1
  }

  /// Remaining problems.
  var problemCount: Int { ruleCounts.reduce(0, +) }
  /// Remaining problems that `check --fix` fixes.
  var fixableCount: Int { fixableCounts.reduce(0, +) }
  /// Whether an error or a warning remains.
  var hasFailures: Bool { count(of: .error) + count(of: .warning) > 0 }

  /// Remaining problems of a severity.
  func count(of severity: Severity) -> Int { severityCounts[severity.rawValue - 1] }

  /// The rules with problems, the most frequent first.
  var rules: [(rule: RuleCode, problemCount: Int, fixableCount: Int)] {
    RuleCode.allCases.map { ($0, ruleCounts[$0.index], fixableCounts[$0.index]) }
      .filter { $0.1 > 0 }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }
}
