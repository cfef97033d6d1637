import CatalogSchema

/// Takes what the rules report about one row: which rules and how often, or the problems as well.
package struct ProblemSink {
  /// Problems of one rule in one cell that an editor gets, at most.
  static let editorCountMax = 1_000

  /// Problems of one rule in one cell that are explained, at most; a row that is measured needs
  /// none.
  private let explainedCountMax: Int
  /// Rules that the row's comments silence are not counted.
  private let directive: IgnoreDirective
  private var rule = ReportedRule.none
  /// Problems of the current rule.
  private var ruleProblemCount = 0
  /// Whether some problems were not explained because of the limit.
  private(set) var isCut = false
  /// The rules that reported something.
  private(set) var rules: RuleSet = []
  /// Number of problems.
  private(set) var problemCount = 0
  /// The problems, where they are explained.
  private(set) var problems: [RowProblem] = []
  /// Number of problems of each rule, by the rules' numbers; empty unless they are tallied.
  private(set) var tally: ContiguousArray<Int> = []

  /// A rule as the sink knows it.
  struct ReportedRule {
    var number: Int
    var code: RuleCode
    var severity: Severity

    static let none = ReportedRule(number: 0, code: RuleCode(""), severity: .hint)
  }

  /// A sink that counts problems which a row's comments do not silence.
  static func counting(_ directive: IgnoreDirective = .none) -> ProblemSink {
    ProblemSink(explainedCountMax: 0, directive: directive)
  }

  /// A sink that counts the problems of each rule.
  static func tallying() -> ProblemSink {
    var sink = ProblemSink(explainedCountMax: 0, directive: .none)
    sink.tally = ContiguousArray(repeating: 0, count: RuleSet.countMax)
    return sink
  }

  /// A sink that collects problems with their explanations, up to a number for each rule and cell.
  static func explaining(countMax: Int = .max) -> ProblemSink {
    ProblemSink(explainedCountMax: countMax, directive: .none)
  }

  private init(explainedCountMax: Int, directive: IgnoreDirective) {
    self.explainedCountMax = explainedCountMax
    self.directive = directive
  }

  /// Lets a rule report.
  mutating func setRule(_ rule: ReportedRule) {
    self.rule = rule
    ruleProblemCount = 0
  }

  /// Takes a problem of the current rule.
  mutating func report(_ range: Range<Int>, _ explain: () -> Explanation) {
    if explainedCountMax > 0 {
      if ruleProblemCount >= explainedCountMax {
        isCut = true
        return
      }
      ruleProblemCount += 1
      let explanation = explain()
      problems.append(
        RowProblem(
          rule: rule.code, severity: explanation.severity ?? rule.severity, range: range,
          explanation: explanation))
    } else if directive.silences(rule.code) {
      return
    }
    if !tally.isEmpty { tally[rule.number] += 1 }
    rules.insert(RuleSet(number: rule.number))
    problemCount += 1
  }

  /// Takes problems that were counted before.
  mutating func add(_ rules: RuleSet, count: Int) {
    self.rules.formUnion(rules)
    problemCount += count
  }
}
