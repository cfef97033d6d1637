import CatalogModel
import CatalogSchema
import JSONText
import LanguageServer
import LineStore

/// SARIF 2.1.0.
struct SARIFReport: Report {
  private let out: BufferedOutput
  private var writer = JSONWriter()
  private var uri = ""
  private var unreadable: [(name: String, reason: String)] = []

  init(_ out: BufferedOutput) {
    self.out = out
    writer.beginObject()
    writer.key("$schema")
    writer.string("https://json.schemastore.org/sarif-2.1.0.json")
    writer.key("version")
    writer.string("2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    writer.key("tool")
    writer.write(Self.tool)
    writer.key("columnKind")
    writer.string("unicodeCodePoints")
    writer.key("results")
    writer.beginArray()
  }

  private static var tool: JSONValue {
    let rules = RuleCode.allCases.map { rule in
      JSONValue.object([
        ("id", .string(rule.rawValue)),
        ("shortDescription", message(RuleText.of(rule).summary)),
        ("fullDescription", message(RuleText.of(rule).plainText)),
        ("defaultConfiguration", .object([("level", .string(level(rule.defaultSeverity)))])),
      ])
    }
    let driver = JSONValue.object([
      ("name", .string("mdcatalog")), ("version", .string(Version.current)),
      ("rules", .array(rules)),
    ])
    return .object([("driver", driver)])
  }

  private static func message(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

  mutating func begin(file: String) { uri = Self.uri(file) }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    writer.beginObject()
    writer.key("ruleId")
    writer.string(problem.rule.rawValue)
    writer.key("ruleIndex")
    writer.int(problem.rule.index)
    writer.key("level")
    writer.string(Self.level(problem.severity))
    writeMessage(problem.message)
    writer.key("locations")
    writer.beginArray()
    writeLocation(problem.place, message: nil)
    writer.endArray()
    if !problem.related.isEmpty {
      writer.key("relatedLocations")
      writer.beginArray()
      for related in problem.related { writeLocation(related.place, message: related.message) }
      writer.endArray()
    }
    writer.endObject()
    writer.drain(into: out)
  }

  mutating func end() {}

  mutating func addUnreadable(_ name: String, reason: String) { unreadable.append((name, reason)) }

  mutating func finish(_ tally: Tally) {
    writer.endArray()
    writer.key("invocations")
    writer.beginArray()
    writer.beginObject()
    writer.key("executionSuccessful")
    writer.bool(unreadable.isEmpty)
    if !unreadable.isEmpty { writeNotifications() }
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.drain(into: out, atOnce: true)
    out.write("\n")
  }

  // MARK: Parts

  private mutating func writeMessage(_ text: String) {
    writer.key("message")
    writer.beginObject()
    writer.key("text")
    writer.string(text)
    writer.endObject()
  }

  private mutating func writeLocation(_ place: ReportedRange, message: String?) {
    writer.beginObject()
    writer.key("physicalLocation")
    writer.beginObject()
    writeArtifact(uri)
    writer.key("region")
    writer.beginObject()
    let numbers = [
      ("startLine", place.line), ("startColumn", place.column), ("endLine", place.endLine),
      ("endColumn", place.endColumn),
    ]
    for (name, number) in numbers {
      writer.key(name)
      writer.int(number)
    }
    writer.endObject()
    writer.endObject()
    if let message { writeMessage(message) }
    writer.endObject()
  }

  private mutating func writeArtifact(_ uri: String) {
    writer.key("artifactLocation")
    writer.beginObject()
    writer.key("uri")
    writer.string(uri)
    writer.endObject()
  }

  /// What could not be read (SARIF 2.1.0 §3.20.21).
  private mutating func writeNotifications() {
    writer.key("toolExecutionNotifications")
    writer.beginArray()
    for (name, reason) in unreadable {
      writer.beginObject()
      writer.key("level")
      writer.string("error")
      writeMessage("\(name): \(reason)")
      writer.key("locations")
      writer.beginArray()
      writer.beginObject()
      writer.key("physicalLocation")
      writer.beginObject()
      writeArtifact(Self.uri(name))
      writer.endObject()
      writer.endObject()
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "note"
    }
  }

  /// A path as a URI reference (RFC 3986 §2.3).
  private static func uri(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~/".utf8.contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      out += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
    }
    return out
  }
}
