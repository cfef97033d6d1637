import LineStore

/// Receives problems in the order of the report and writes them.
protocol Report {
  /// Begins a text, which may have no problems.
  mutating func begin(file: String)

  /// Adds a problem of the text.
  mutating func add(_ problem: ReportedProblem, in text: LineText)

  /// Ends the text.
  mutating func end()

  /// Adds a path that could not be read, and why.
  mutating func addUnreadable(_ name: String, reason: String)

  /// Ends the report.
  mutating func finish(_ tally: Tally)
}

/// What most reports leave out.
extension Report {
  mutating func begin(file: String) {}
  mutating func add(_ problem: ReportedProblem, in text: LineText) {}
  mutating func end() {}
  mutating func addUnreadable(_ name: String, reason: String) {}
  mutating func finish(_ tally: Tally) {}
}
