import CatalogModel
import CatalogSchema
import JSONText
import LineStore

/// One JSON array (contract: `check --output-format json`).
struct JSONReport: Report {
  private let out: BufferedOutput
  private var writer = JSONWriter()
  /// What every problem of the text begins with.
  private var start: [UInt8] = []
  /// Code and severity as they are written, by both; empty for those that were not needed yet.
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
    writer.separateValue()
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
    writer.drain(into: out)
  }

  /// Code and severity, made once for each pair.
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

  mutating func end() {}

  mutating func addUnreadable(_ name: String, reason: String) {}

  mutating func finish(_ tally: Tally) {
    writer.endArray()
    writer.drain(into: out, atOnce: true)
    out.write("\n")
  }
}

extension JSONWriter {
  /// Hands over what is written once it is worth it, or at once.
  mutating func drain(into out: BufferedOutput, atOnce: Bool = false) {
    guard atOnce || bytes.count >= BufferedOutput.bufferByteCount else { return }
    out.write(bytes)
    removeBytes()
  }
}
