import CatalogData
import CatalogSchema
import LineStore
import System

extension ReportFormat {
  /// JUnit XML.
  static let junit = ReportFormat(name: "junit") { out, _ in JUnitReport(out: out) }
}

/// JUnit XML: one test case per text, with its errors and warnings. The cases are kept to the end,
/// as their counts come first.
private struct JUnitReport: Report {
  let out: BufferedOutput
  var cases = ""
  var caseCount = 0
  var failedCaseCount = 0
  var errorCount = 0
  var file = ""
  var failures = ""
  var failureCount = 0

  mutating func begin(file: String) {
    self.file = file
    failures = ""
    failureCount = 0
  }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    if problem.severity > .warning { return }
    failureCount += 1
    failures += XMLText.escaped(
      "\(file):\(problem.place.start): \(problem.message) [\(problem.rule.rawValue)]\n")
  }

  mutating func end() {
    var content = ""
    if failureCount > 0 {
      failedCaseCount += 1
      content =
        "    <failure message=\"\(counted(failureCount, "problem"))\">\(failures)</failure>\n"
    }
    addCase(file, content)
  }

  mutating func addUnreadable(_ name: String, reason: String) {
    errorCount += 1
    addCase(name, "    <error message=\"\(XMLText.escaped(reason, isAttribute: true))\"></error>\n")
  }

  private mutating func addCase(_ name: String, _ content: String) {
    caseCount += 1
    cases +=
      "  <testcase name=\"\(XMLText.escaped(name, isAttribute: true))\" classname=\"mdcatalog\">\n"
    cases += content + "  </testcase>\n"
  }

  mutating func finish(_ tally: Tally) {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.write(
      "<testsuite name=\"mdcatalog\" tests=\"\(caseCount)\" failures=\"\(failedCaseCount)\" "
        + "errors=\"\(errorCount)\">\n")
    out.write(cases)
    out.write("</testsuite>\n")
  }
}
