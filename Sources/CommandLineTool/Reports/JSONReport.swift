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
  private var file = ""

  init(_ out: BufferedOutput) {
    self.out = out
    writer.beginArray()
  }

  mutating func begin(file: String) { self.file = file }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    writer.beginObject()
    writer.member("file", file)
    writer.member("line", problem.place.line)
    writer.member("column", problem.place.column)
    writer.member("endLine", problem.place.endLine)
    writer.member("endColumn", problem.place.endColumn)
    writer.member("code", problem.rule.rawValue)
    writer.member("severity", problem.severity.name)
    writer.member("message", problem.message)
    writer.member("fixable", problem.isFixable)
    writer.endObject()
    writer.drain { out.write($0) }
  }

  mutating func finish(_ tally: Tally) {
    writer.endArray()
    writer.drain(atOnce: true) { out.write($0) }
    out.write("\n")
  }
}
