package import CatalogSchema

/// The rules of a catalog, by scope and by number.
package final class RuleRegistry: Sendable {
  /// All rules; a rule's number is its index.
  package let rules: [Rule]
  /// The rules that judge a row by itself.
  let rowRules: RowRules
  /// The checks of other scopes.
  let relations: [RegisteredCheck<RelationCheck>]
  let lines: [RegisteredCheck<LineCheck>]
  let tables: [RegisteredCheck<Rule.TableCheck>]
  let guesses: [RegisteredCheck<Rule.GuessCheck>]
  private let numbers: [RuleCode: Int]

  /// A registry of rules, at most `RuleSet.countMax`.
  package init(_ rules: [Rule]) {
    self.rules = Array(rules.prefix(RuleSet.countMax))
    numbers = Dictionary(
      self.rules.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let checks = self.rules.enumerated().flatMap { number, rule in
      rule.checks.map {
        (ProblemSink.ReportedRule(number: number, code: rule.code, severity: rule.severity), $0)
      }
    }
    func registered<Check>(_ check: (Rule.Check) -> Check?) -> [RegisteredCheck<Check>] {
      checks.compactMap { rule, any in check(any).map { RegisteredCheck(rule, $0) } }
    }
    rowRules = RowRules(
      cells: registered { if case .cell(let check) = $0 { check } else { nil } },
      rows: registered { if case .row(let check) = $0 { check } else { nil } })
    relations = registered { if case .relation(let check) = $0 { check } else { nil } }
    lines = registered { if case .line(let check) = $0 { check } else { nil } }
    tables = registered { if case .table(let check) = $0 { check } else { nil } }
    guesses = registered { if case .guess(let check) = $0 { check } else { nil } }
  }

  /// The rule of a code, nil for an unknown code.
  package subscript(code: RuleCode) -> Rule? { numbers[code].map { rules[$0] } }

  /// The number of a rule.
  package func number(of code: RuleCode) -> Int? { numbers[code] }

  /// The rules with a property.
  func set(where condition: (Rule) -> Bool) -> RuleSet {
    RuleSet(rules.indices.filter { condition(rules[$0]) }.map { RuleSet(number: $0) })
  }
}
