import JSONText
import LineStore
import System

extension ReportFormat {
  /// SARIF 2.1.0 (OASIS, errata 01).
  static let sarif = ReportFormat(name: "sarif", needsDetail: true) { out, _ in SARIFReport(out) }
}

/// SARIF 2.1.0: one run, results with fixes and fingerprints.
private struct SARIFReport: Report {
  private let out: BufferedOutput
  private var writer = JSONWriter()
  private var uri = ""
  private var unreadable: [JSONValue] = []

  init(_ out: BufferedOutput) {
    self.out = out
    writer.beginObject()
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    writer.key("tool")
    writer.write(SARIFTool.tool)
    writer.member("columnKind", "unicodeCodePoints")
    writer.key("results")
    writer.beginArray()
  }

  mutating func begin(file: String) { uri = FileURI.uri(file) }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    writer.write(SARIFObject.result(problem, uri))
    writer.drain { out.write($0) }
  }

  mutating func addUnreadable(_ name: String, reason: String) {
    unreadable.append(SARIFObject.notification(name, reason: reason))
  }

  mutating func finish(_ tally: Tally) {
    writer.endArray()
    var invocation = [("executionSuccessful", JSONValue.bool(unreadable.isEmpty))]
    if !unreadable.isEmpty { invocation.append(("toolExecutionNotifications", .array(unreadable))) }
    writer.key("invocations")
    writer.write(.array([.object(invocation)]))
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.literal("\n")
    writer.drain(atOnce: true) { out.write($0) }
  }
}
