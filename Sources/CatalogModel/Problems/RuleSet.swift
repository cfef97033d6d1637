/// A set of rules of a registry, by their numbers.
package struct RuleSet: OptionSet, Sendable, Hashable {
  /// Rules of a registry, at most.
  static let countMax = UInt64.bitWidth

  /// One bit for each rule.
  package let rawValue: UInt64

  /// A set from its bits.
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The set of one rule.
  init(number: Int) { rawValue = 1 << UInt64(truncatingIfNeeded: number) }

  /// All rules.
  static let all = RuleSet(rawValue: .max)

  /// Whether the rule with a number is in the set.
  func contains(number: Int) -> Bool { !isDisjoint(with: RuleSet(number: number)) }
}
