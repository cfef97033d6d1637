import CatalogSchema
import LineStore

/// JUnit XML: one test case for each text, with its errors and warnings. The counts stand before
/// the cases, so these are kept until the end.
struct JUnitReport: Report {
  private let out: BufferedOutput
  private var cases = ""
  private var caseCount = 0
  private var failedCaseCount = 0
  private var errorCount = 0
  private var file = ""
  private var failures = ""
  private var failureCount = 0

  init(_ out: BufferedOutput) { self.out = out }

  mutating func begin(file: String) {
    self.file = file
    failures = ""
    failureCount = 0
  }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    if problem.severity > .warning { return }
    failureCount += 1
    let place = "\(file):\(problem.place.line):\(problem.place.column)"
    failures += XMLText.content("\(place): \(problem.message) [\(problem.rule.rawValue)]\n")
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
    addCase(name, "    <error message=\"\(XMLText.attribute(reason))\"></error>\n")
  }

  private mutating func addCase(_ name: String, _ content: String) {
    caseCount += 1
    cases += "  <testcase name=\"\(XMLText.attribute(name))\" classname=\"mdcatalog\">\n"
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

/// Text in XML 1.0.
enum XMLText {
  /// Text between tags.
  static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// An attribute's value, whose white space stays as it is.
  static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: out += "&amp;"
      case 0x3C: out += "&lt;"
      case 0x3E: out += "&gt;"
      case 0x22: out += "&quot;"
      case 0x09 where isAttribute, 0x0A where isAttribute, 0x0D: out += "&#\(scalar.value);"
      case 0x09, 0x0A, 0x20...0xFFFD, 0x10000...: out.unicodeScalars.append(scalar)
      // No reader takes these, escaped or not (XML 1.0 §2.2).
      default: out += "\u{FFFD}"
      }
    }
    return out
  }
}
