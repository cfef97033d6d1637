/// The list of report formats: help, completions, manual page and errors derive from it.
enum ReportFormats {
  /// All formats; the first is the default.
  static let all: [ReportFormat] = [.text, .json, .github, .sarif, .junit]
}
