package import CatalogSchema

extension RuleCode {
  /// The codes of the standard rules.
  package static var allCases: [RuleCode] { RuleRegistry.standard.rules.map(\.code) }

  /// The code of a standard rule; nil if there is no such rule.
  package init?(rawValue: String) {
    let code = RuleCode(rawValue)
    guard RuleRegistry.standard[code] != nil else { return nil }
    self = code
  }

  /// The severity where no configuration says otherwise.
  package var defaultSeverity: Severity { RuleRegistry.standard[self]?.severity ?? .hint }

  /// The number of a standard rule.
  package var index: Int { RuleRegistry.standard.number(of: self) ?? 0 }
}

extension RuleSet {
  package init(where condition: (RuleCode) -> Bool) {
    self = RuleSet(RuleCode.allCases.filter(condition).map { RuleSet(number: $0.index) })
  }

  package func contains(_ rule: RuleCode) -> Bool { contains(number: rule.index) }
  package mutating func insert(_ rule: RuleCode) { insert(RuleSet(number: rule.index)) }
}

extension Configuration {
  /// The configuration that a file gives on top of the built-in one; it may set the standard rules.
  package static func read(
    _ source: [UInt8], as content: Content = .configuration
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    read(source, as: content, rules: RuleCode.allCases)
  }
}
