package import CatalogSchema

extension Configuration {
  /// The configuration that a file gives on top of the built-in one; it may set the standard rules.
  package static func read(
    _ source: [UInt8], as content: Content = .configuration
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    read(source, as: content, rules: RuleRegistry.standard.rules.map(\.code))
  }
}
