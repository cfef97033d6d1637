import CatalogSchema

/// The configuration or a schema file is invalid.
///
/// The invalid part is left out and the rest is in force, so that a typo does not switch everything
/// off. The problem is reported in that file, at its place.
///
/// Bad: `{ "rules": { "missing-cel": "off" } }`
/// Good: `{ "rules": { "missing-cell": "off" } }`
package enum InvalidConfigurationRule {
  /// Reported by whoever reads the file.
  package static let rule = Rule("invalid-configuration", .error)
}
