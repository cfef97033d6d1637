/// The tool's version: codes are stable, formatting bytes change only in a minor version.
package enum Version {
  /// Semantic version.
  package static let current = "0.1.0"
}
