package import CatalogSchema

/// The rules of a catalog, by scope and by number.
package final class RuleRegistry: Sendable {
  /// All rules; a rule's number is its index.
  package let rules: [Rule]
  /// The rules that judge a row by itself.
  let rowRules: RowRules
  /// The checks of other scopes with their rules' numbers.
  let relations: [(number: Int, check: RelationCheck)]
  let lines: [(number: Int, check: LineCheck)]
  let tables: [(number: Int, check: @Sendable (CatalogTable, Catalog, ProblemDepth) -> [Problem])]
  let guesses:
    [(
      rule: ProblemSink.ReportedRule,
      check: @Sendable (GuessView, Span<UInt8>, inout ProblemSink) -> Void
    )]
  private let numbers: [RuleCode: Int]

  /// A registry of rules, at most `RuleSet.countMax`.
  package init(_ rules: [Rule]) {
    let numbered = rules.prefix(RuleSet.countMax).enumerated().map { number, rule in
      (
        rule: rule,
        reported: ProblemSink.ReportedRule(
          number: number, code: rule.code, severity: rule.severity)
      )
    }
    self.rules = numbered.map(\.rule)
    numbers = Dictionary(
      numbered.map { ($0.rule.code, $0.reported.number) }, uniquingKeysWith: { first, _ in first })
    rowRules = RowRules(
      numbered.map { rule, reported in
        (
          reported, rule.checks.compactMap { if case .cell(let check) = $0 { check } else { nil } },
          rule.checks.compactMap { if case .row(let check) = $0 { check } else { nil } }
        )
      })
    relations = numbered.flatMap { rule, reported in
      rule.checks.compactMap {
        if case .relation(let check) = $0 { (reported.number, check) } else { nil }
      }
    }
    lines = numbered.flatMap { rule, reported in
      rule.checks.compactMap {
        if case .line(let check) = $0 { (reported.number, check) } else { nil }
      }
    }
    tables = numbered.flatMap { rule, reported in
      rule.checks.compactMap {
        if case .table(let check) = $0 { (reported.number, check) } else { nil }
      }
    }
    guesses = numbered.flatMap { rule, reported in
      rule.checks.compactMap {
        if case .guess(let check) = $0 { (reported, check) } else { nil }
      }
    }
  }

  /// The rule of a code, nil for an unknown code.
  package subscript(code: RuleCode) -> Rule? { numbers[code].map { rules[$0] } }

  /// The number of a rule.
  package func number(of code: RuleCode) -> Int? { numbers[code] }

  /// The rules with a property.
  func set(where condition: (Rule) -> Bool) -> RuleSet {
    RuleSet(
      rules.indices.filter { condition(rules[$0]) }.map { RuleSet(number: $0) })
  }
}
