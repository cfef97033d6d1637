package import CatalogSchema

/// The rules of a catalog, by scope and by number.
package final class RuleRegistry: Sendable {
  /// A check with its rule.
  typealias Entry<Check> = (rule: ProblemSink.ReportedRule, check: Check)

  /// All rules; a rule's number is its index.
  package let rules: [Rule]
  /// The rules that judge a row by itself.
  let rowRules: RowRules
  /// The checks of other scopes.
  let relations: [Entry<RelationCheck>]
  let lines: [Entry<LineCheck>]
  let tables: [Entry<Rule.TableCheck>]
  let guesses: [Entry<Rule.GuessCheck>]
  private let numbers: [RuleCode: Int]

  /// A registry of rules, at most `RuleSet.countMax`.
  package init(_ rules: [Rule]) {
    self.rules = Array(rules.prefix(RuleSet.countMax))
    numbers = Dictionary(
      self.rules.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let checks = self.rules.enumerated().flatMap { number, rule in
      rule.checks.map { check -> Entry<Rule.Check> in
        (.init(number: number, code: rule.code, severity: rule.severity), check)
      }
    }
    rowRules = RowRules(
      cells: checks.compactMap { if case .cell(let check) = $1 { ($0, check) } else { nil } },
      rows: checks.compactMap { if case .row(let check) = $1 { ($0, check) } else { nil } })
    relations = checks.compactMap { if case .relation(let check) = $1 { ($0, check) } else { nil } }
    lines = checks.compactMap { if case .line(let check) = $1 { ($0, check) } else { nil } }
    tables = checks.compactMap { if case .table(let check) = $1 { ($0, check) } else { nil } }
    guesses = checks.compactMap { if case .guess(let check) = $1 { ($0, check) } else { nil } }
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
