import System

/// A format of `check` reports. Each is declared in a file of its own and listed in
/// `ReportFormats`.
struct ReportFormat: NamedChoice, Sendable {
  /// Options of all formats.
  struct Options: Sendable {
    /// Whether to count the problems of each rule instead of listing them.
    var showsStatistics: Bool
    /// Whether to print a summary.
    var hasSummary: Bool
  }

  /// The value of `--output-format`.
  let name: String
  /// Whether programs read it, so that nothing else may be printed.
  var isForPrograms = true
  /// Whether it needs fingerprints and fixes.
  var needsDetail = false
  /// Begins a report.
  let begin: @Sendable (BufferedOutput, Options) -> any Report
}
