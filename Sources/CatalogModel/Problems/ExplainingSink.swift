import CatalogSchema

/// Makes problems with their explanations.
struct ExplainingSink: ProblemSink {
  private(set) var problems: [RowProblem] = []

  mutating func report(_ rule: RuleCode, _ range: Range<Int>, _ explain: () -> Explanation) {
    problems.append(RowProblem(rule: rule, range: range, explanation: explain()))
  }
}
