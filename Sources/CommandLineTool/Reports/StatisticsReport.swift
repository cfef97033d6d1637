import CatalogSchema
import LineStore
import System

/// The number of problems of each rule, the most frequent first.
struct StatisticsReport: Report {
  private let out: BufferedOutput
  private let hasSummary: Bool

  init(_ out: BufferedOutput, hasSummary: Bool) {
    self.out = out
    self.hasSummary = hasSummary
  }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {}

  mutating func finish(_ tally: Tally) {
    for (rule, problemCount, fixableCount) in tally.rules {
      let number = String(problemCount)
      let pad = String(repeating: " ", count: max(0, 6 - number.count))
      let fixable = fixableCount > 0 ? "  (\(fixableCount) with --fix)" : ""
      out.write("\(pad)\(number)  \(rule.rawValue)\(fixable)\n")
    }
    if !hasSummary { return }
    out.write(tally.problemCount == 0 ? Summary.text(tally) : Summary.leftOut(tally))
  }
}
