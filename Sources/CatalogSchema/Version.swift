/// The version of the tool. Other files repeat it; `VersionTests` compares them.
package enum Version {
  /// Semantic version: rule codes are stable, formatted bytes change only in a minor version.
  package static let current = "0.1.0"
}
