import System

/// A format of `check` reports. Each is declared in a file of its own and listed in
/// `ReportFormats`.
struct ReportFormat: NamedChoice, Sendable {
  /// The value of `--output-format`.
  let name: String
  /// Whether programs read it, so that nothing else may be printed.
  var isForPrograms = true
  /// Whether it needs fingerprints and fixes.
  var needsDetail = false
  /// Begins a report, for people with a summary if wanted.
  let begin: @Sendable (BufferedOutput, _ hasSummary: Bool) -> any Report
}
