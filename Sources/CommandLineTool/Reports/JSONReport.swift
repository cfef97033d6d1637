import CatalogSchema
import JSONText
import LineStore

/// One JSON array (contract: `check --output-format json`).
struct JSONReport: Report {
  private let out: BufferedOutput
  private var writer = JSONWriter()
  /// The text's name as JSON.
  private var file: [UInt8] = []

  init(_ out: BufferedOutput) {
    self.out = out
    writer.beginArray()
  }

  mutating func begin(file: String) {
    var writer = JSONWriter()
    writer.string(file)
    self.file = writer.bytes
  }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    writer.separateValue()
    writer.literal("{\"file\":")
    writer.raw(file)
    writer.literal(",\"line\":")
    writer.int(problem.place.line)
    writer.literal(",\"column\":")
    writer.int(problem.place.column)
    writer.literal(",\"endLine\":")
    writer.int(problem.place.endLine)
    writer.literal(",\"endColumn\":")
    writer.int(problem.place.endColumn)
    writer.literal(",\"code\":")
    writer.string(problem.rule.rawValue)
    writer.literal(",\"severity\":")
    writer.string(problem.severity.name)
    writer.literal(",\"message\":")
    writer.string(problem.message)
    writer.literal(problem.isFixable ? ",\"fixable\":true}" : ",\"fixable\":false}")
    writer.endValue()
    writer.drain(into: out)
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
