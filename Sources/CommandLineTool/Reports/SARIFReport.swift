import CatalogModel
import CatalogSchema
import JSONText
import LineStore

/// SARIF 2.1.0 (OASIS, errata 01): one run, results with fixes and fingerprints.
struct SARIFReport: Report {
  /// The name of our fingerprints; another number where they are made otherwise.
  private static let fingerprintName = "mdcatalogProblem/v1"

  private let out: BufferedOutput
  private var writer = JSONWriter()
  private var uri = ""
  private var unreadable: [(name: String, reason: String)] = []

  init(_ out: BufferedOutput) {
    self.out = out
    writer.beginObject()
    write("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    write("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    writer.key("tool")
    writer.write(SARIFTool.tool)
    write("columnKind", "unicodeCodePoints")
    writer.key("results")
    writer.beginArray()
  }

  mutating func begin(file: String) { uri = URIReference.ofPath(file) }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    writer.beginObject()
    write("ruleId", problem.rule.rawValue)
    writer.key("ruleIndex")
    writer.int(problem.rule.index)
    write("level", SARIFTool.level(problem.severity))
    writeText("message", problem.message)
    writeArray("locations", [problem.place]) { $0.writeLocation($1, message: nil) }
    if !problem.related.isEmpty {
      writeArray("relatedLocations", problem.related) {
        $0.writeLocation($1.place, message: $1.message)
      }
    }
    if let detail = problem.detail { write(detail) }
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
    if !unreadable.isEmpty {
      writeArray("toolExecutionNotifications", unreadable) { $0.writeNotification($1) }
    }
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.drain(into: out, atOnce: true)
    out.write("\n")
  }

  // MARK: Parts

  private mutating func write(_ key: String, _ text: String) {
    writer.key(key)
    writer.string(text)
  }

  /// A message object (§3.11).
  private mutating func writeText(_ key: String, _ text: String) {
    writer.key(key)
    writer.beginObject()
    write("text", text)
    writer.endObject()
  }

  private mutating func writeArray<Item>(
    _ key: String, _ items: [Item], _ write: (inout SARIFReport, Item) -> Void
  ) {
    writer.key(key)
    writer.beginArray()
    for item in items { write(&self, item) }
    writer.endArray()
  }

  /// Fingerprint (§3.27.17) and fix (§3.55).
  private mutating func write(_ detail: ReportedProblem.Detail) {
    writer.key("partialFingerprints")
    writer.beginObject()
    write(Self.fingerprintName, detail.fingerprint.hexadecimal)
    writer.endObject()
    guard let fix = detail.fix, !fix.replacements.isEmpty else { return }
    writeArray("fixes", [fix]) { report, fix in
      report.writer.beginObject()
      report.writeText("description", fix.title)
      report.writeArray("artifactChanges", [fix]) { $0.writeChange($1) }
      report.writer.endObject()
    }
  }

  private mutating func writeChange(_ fix: ReportedFix) {
    writer.beginObject()
    writeArtifact(uri)
    writeArray("replacements", fix.replacements) { report, replacement in
      report.writer.beginObject()
      report.writeRegion("deletedRegion", replacement.place)
      if !replacement.text.isEmpty { report.writeText("insertedContent", replacement.text) }
      report.writer.endObject()
    }
    writer.endObject()
  }

  private mutating func writeLocation(_ place: ReportedRange, message: String?) {
    writer.beginObject()
    writer.key("physicalLocation")
    writer.beginObject()
    writeArtifact(uri)
    writeRegion("region", place)
    writer.endObject()
    if let message { writeText("message", message) }
    writer.endObject()
  }

  private mutating func writeRegion(_ key: String, _ place: ReportedRange) {
    writer.key(key)
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
  }

  private mutating func writeArtifact(_ uri: String) {
    writer.key("artifactLocation")
    writer.beginObject()
    write("uri", uri)
    writer.endObject()
  }

  /// Something that could not be read (§3.20.21).
  private mutating func writeNotification(_ failure: (name: String, reason: String)) {
    writer.beginObject()
    write("level", "error")
    writeText("message", "\(failure.name): \(failure.reason)")
    writeArray("locations", [failure.name]) { report, name in
      report.writer.beginObject()
      report.writer.key("physicalLocation")
      report.writer.beginObject()
      report.writeArtifact(URIReference.ofPath(name))
      report.writer.endObject()
      report.writer.endObject()
    }
    writer.endObject()
  }
}

/// Paths as URI references (RFC 3986 §4.1).
enum URIReference {
  /// A relative path stays relative; one from the root gets its scheme.
  static func ofPath(_ path: String) -> String {
    var out = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
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

extension UInt64 {
  /// Sixteen hexadecimal digits.
  var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: Swift.max(0, 16 - digits.count)) + digits
  }
}
