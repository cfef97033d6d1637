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
  /// The problems that are left of each rule.
  private(set) var rules: [RuleCode: RuleTally] = [:]
  private(set) var severities: [Severity: Int] = [:]

  /// How often a rule speaks.
  struct RuleTally {
    var problemCount = 0
    var fixableCount = 0
  }

  /// Counts a problem.
  mutating func add(_ problem: ReportedProblem) {
    rules[problem.rule, default: RuleTally()].problemCount += 1
    if problem.isFixable { rules[problem.rule, default: RuleTally()].fixableCount += 1 }
    severities[problem.severity, default: 0] += 1
  }

  /// Problems left.
  var problemCount: Int { rules.values.reduce(0) { $0 + $1.problemCount } }
  /// Problems left that `check --fix` mends.
  var fixableCount: Int { rules.values.reduce(0) { $0 + $1.fixableCount } }
  /// Whether an error or a warning is left.
  var hasFailures: Bool { severities.contains { $0.key <= .warning && $0.value > 0 } }
}

/// A number with its noun.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
