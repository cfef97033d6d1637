import CatalogSchema
import LineStore

/// The number of problems of each rule, the most frequent first.
struct StatisticsReport: Report {
  private let out: BufferedOutput
  private let hasSummary: Bool

  init(_ out: BufferedOutput, hasSummary: Bool) {
    self.out = out
    self.hasSummary = hasSummary
  }

  mutating func begin(file: String) {}

  mutating func add(_ problem: ReportedProblem, in text: LineText) {}

  mutating func end() {}

  mutating func addUnreadable(_ name: String, reason: String) {}

  mutating func finish(_ tally: Tally) {
    for (rule, problemCount, fixableCount) in tally.rules {
      let number = String(problemCount)
      let pad = String(repeating: " ", count: max(0, 6 - number.count))
      let fixable = fixableCount > 0 ? "  (\(fixableCount) with --fix)" : ""
      out.write("\(pad)\(number)  \(rule.rawValue)\(fixable)\n")
    }
    if !hasSummary { return }
    out.write(tally.problemCount == 0 ? TextReport.summary(tally) : TextReport.leftOut(tally))
  }
}
