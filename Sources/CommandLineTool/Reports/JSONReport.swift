import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import System

extension ReportFormat {
  /// One JSON array.
  static let json = ReportFormat(name: "json") { out, _ in JSONReport(out) }
}

/// One JSON array of objects with place, code, severity, message and fixability.
private struct JSONReport: Report {
  private let out: BufferedOutput
  private var writer = JSONWriter()
  /// The start of each problem of the text.
  private var start: [UInt8] = []
  /// JSON of code and severity, by both; empty until needed.
  private var kinds: [[UInt8]]

  init(_ out: BufferedOutput) {
    self.out = out
    kinds = Array(repeating: [], count: RuleCode.allCases.count * Severity.allCases.count)
    writer.beginArray()
  }

  mutating func begin(file: String) {
    var writer = JSONWriter()
    writer.literal("{\"file\":")
    writer.string(file)
    writer.literal(",\"line\":")
    start = writer.bytes
  }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    writer.separate()
    writer.literal(start)
    writer.int(problem.place.line)
    writer.literal(",\"column\":")
    writer.int(problem.place.column)
    writer.literal(",\"endLine\":")
    writer.int(problem.place.endLine)
    writer.literal(",\"endColumn\":")
    writer.int(problem.place.endColumn)
    writeKind(problem)
    writer.string(problem.message)
    writer.literal(problem.isFixable ? ",\"fixable\":true}" : ",\"fixable\":false}")
    writer.endValue()
    writer.drain { out.write($0) }
  }

  /// Writes code and severity, whose JSON is made once.
  private mutating func writeKind(_ problem: ReportedProblem) {
    let index = problem.rule.index * Severity.allCases.count + problem.severity.rawValue - 1
    if kinds[index].isEmpty {
      var writer = JSONWriter()
      writer.literal(",\"code\":")
      writer.string(problem.rule.rawValue)
      writer.literal(",\"severity\":")
      writer.string(problem.severity.name)
      writer.literal(",\"message\":")
      kinds[index] = writer.bytes
    }
    writer.literal(kinds[index])
  }

  mutating func finish(_ tally: Tally) {
    writer.endArray()
    writer.drain(atOnce: true) { out.write($0) }
    out.write("\n")
  }
}
