import CatalogSchema
import ConfigurationFiles
import LineStore

/// Why a configuration file cannot be in force.
struct ConfigurationFailure: Sendable {
  /// The path of the file.
  let path: String
  /// The line and the message of its first problem.
  let problem: String

  /// The failure of a file; nil for one without problems.
  init?(of file: ConfigurationFile) {
    guard let first = file.problems.min(by: { $0.byteRange.lowerBound < $1.byteRange.lowerBound })
    else { return nil }
    let text = LineText(ContiguousArray(file.source))
    let line = text.position(ofByteOffset: first.byteRange.lowerBound).line
    path = file.path
    problem = "line \(line + 1): \(first.message)"
  }
}
