import CatalogSchema
import System

/// The number of problems of each rule, the most frequent first.
struct StatisticsReport: Report {
  let out: BufferedOutput
  let hasSummary: Bool

  mutating func finish(_ tally: Tally) {
    for (rule, counts) in tally.rules {
      let number = String(counts.problems).rightAligned(to: 6)
      let fixable = counts.fixable > 0 ? "  (\(counts.fixable) with --fix)" : ""
      out.write("\(number)  \(rule.rawValue)\(fixable)\n")
    }
    if !hasSummary { return }
    out.write(tally.problemCount == 0 ? Summary.text(tally) : Summary.leftOut(tally))
  }
}
