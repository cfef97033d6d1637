import CatalogModel
import CatalogSchema
import LineStore

/// A report under way: it is told what is found in the order of the report, and writes it at once.
protocol Report {
  /// A text's problems come next, perhaps none.
  mutating func begin(file: String)

  /// A problem of the text.
  mutating func add(_ problem: ReportedProblem, in text: LineText)

  /// The text's problems are complete.
  mutating func end()

  /// Something that could not be read, and why.
  mutating func addUnreadable(_ name: String, reason: String)

  /// All that was checked is told.
  mutating func finish(_ tally: Tally)
}

/// The forms that `check` reports in.
enum ReportFormat: String, CaseIterable {
  case text, json, github, sarif, junit
}

/// What a run adds up to.
struct Tally {
  /// Texts checked.
  var fileCount = 0
  /// Paths that could not be read.
  var unreadableCount = 0
  /// Problems that were mended.
  var mendedCount = 0
  /// Files that were changed.
  var mendedFileCount = 0
  /// Problems that were found and are not reported.
  var leftOut = LeftOutCounts()
  /// Problems of the baseline that are there no more.
  var goneCount = 0
  /// Problems left, by rule.
  private var ruleCounts = [Int](repeating: 0, count: RuleCode.allCases.count)
  /// Those of them that `check --fix` mends.
  private var fixableCounts = [Int](repeating: 0, count: RuleCode.allCases.count)
  /// Problems left, by severity.
  private var severityCounts = [Int](repeating: 0, count: Severity.allCases.count)

  /// Counts a problem.
  mutating func add(_ problem: ReportedProblem) {
    let rule = problem.rule.index
    ruleCounts[rule] += 1
    if problem.isFixable { fixableCounts[rule] += 1 }
    severityCounts[problem.severity.rawValue - 1] += 1
  }

  /// Problems left.
  var problemCount: Int { ruleCounts.reduce(0, +) }
  /// Problems left that `check --fix` mends.
  var fixableCount: Int { fixableCounts.reduce(0, +) }
  /// Whether an error or a warning is left.
  var hasFailures: Bool { count(of: .error) + count(of: .warning) > 0 }

  /// Problems of a severity left.
  func count(of severity: Severity) -> Int { severityCounts[severity.rawValue - 1] }

  /// The rules that speak, the most frequent first.
  var rules: [(rule: RuleCode, problemCount: Int, fixableCount: Int)] {
    RuleCode.allCases.map { ($0, ruleCounts[$0.index], fixableCounts[$0.index]) }
      .filter { $0.1 > 0 }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }
}

/// A number with its noun.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
