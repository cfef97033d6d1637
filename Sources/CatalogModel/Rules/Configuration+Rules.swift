package import CatalogSchema

extension Configuration {
  /// The configuration that a file gives on top of the built-in one; it may set the standard rules.
  package static func read(
    _ source: [UInt8]
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    read(source, rules: RuleRegistry.standard.rules.map(\.code))
  }
}
