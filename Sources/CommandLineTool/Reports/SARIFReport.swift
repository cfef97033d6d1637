import CatalogModel
import CatalogSchema
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
  private var unreadable: [(name: String, reason: String)] = []

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
    writer.writeResult(problem, uri)
    writer.drain { out.write($0) }
  }

  mutating func addUnreadable(_ name: String, reason: String) { unreadable.append((name, reason)) }

  mutating func finish(_ tally: Tally) {
    writer.endArray()
    writer.array("invocations", of: [unreadable]) { writer, unreadable in
      writer.object {
        $0.member("executionSuccessful", unreadable.isEmpty)
        if unreadable.isEmpty { return }
        $0.array("toolExecutionNotifications", of: unreadable) {
          $0.writeNotification($1.name, reason: $1.reason)
        }
      }
    }
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.literal("\n")
    writer.drain(atOnce: true) { out.write($0) }
  }
}

/// Objects of SARIF 2.1.0.
extension JSONWriter {
  /// The name of our fingerprints; renumber it if their computation changes.
  private static let fingerprintName = "mdcatalogProblem/v1"

  /// A result (§3.27).
  fileprivate mutating func writeResult(_ problem: ReportedProblem, _ uri: String) {
    object {
      $0.member("ruleId", problem.rule.rawValue)
      $0.member("ruleIndex", RuleRegistry.standard.number(of: problem.rule) ?? 0)
      $0.member("level", SARIFTool.level(problem.severity))
      $0.writeMessage("message", problem.message)
      $0.array("locations", of: [problem.place]) { $0.writeLocation($1, uri, message: nil) }
      if !problem.related.isEmpty {
        $0.array("relatedLocations", of: problem.related) {
          $0.writeLocation($1.place, uri, message: $1.message)
        }
      }
      if let fingerprint = problem.fingerprint {
        $0.object("partialFingerprints") {
          $0.member(Self.fingerprintName, fingerprint.hexadecimal)
        }
      }
      if let fix = problem.fix { $0.write(fix, uri) }
    }
  }

  /// A message (§3.11).
  private mutating func writeMessage(_ name: String, _ text: String) {
    object(name) { $0.member("text", text) }
  }

  /// A fix (§3.55).
  private mutating func write(_ fix: ReportedFix, _ uri: String) {
    if fix.replacements.isEmpty { return }
    array("fixes", of: [fix]) { writer, fix in
      writer.object {
        $0.writeMessage("description", fix.title)
        $0.array("artifactChanges", of: [fix]) { $0.writeChange($1, uri) }
      }
    }
  }

  /// A change of a file (§3.56).
  private mutating func writeChange(_ fix: ReportedFix, _ uri: String) {
    object {
      $0.writeArtifact(uri)
      $0.array("replacements", of: fix.replacements) { writer, replacement in
        writer.object {
          $0.writeRegion("deletedRegion", replacement.place)
          if !replacement.text.isEmpty { $0.writeMessage("insertedContent", replacement.text) }
        }
      }
    }
  }

  /// A location (§3.28).
  private mutating func writeLocation(_ place: ReportedRange, _ uri: String, message: String?) {
    object {
      $0.object("physicalLocation") {
        $0.writeArtifact(uri)
        $0.writeRegion("region", place)
      }
      if let message { $0.writeMessage("message", message) }
    }
  }

  /// A region (§3.30).
  private mutating func writeRegion(_ name: String, _ place: ReportedRange) {
    object(name) {
      $0.member("startLine", place.line)
      $0.member("startColumn", place.column)
      $0.member("endLine", place.endLine)
      $0.member("endColumn", place.endColumn)
    }
  }

  private mutating func writeArtifact(_ uri: String) {
    object("artifactLocation") { $0.member("uri", uri) }
  }

  /// A notification about an unreadable path (§3.58).
  fileprivate mutating func writeNotification(_ name: String, reason: String) {
    object {
      $0.member("level", "error")
      $0.writeMessage("message", "\(name): \(reason)")
      $0.array("locations", of: [name]) { writer, name in
        writer.object {
          $0.object("physicalLocation") { $0.writeArtifact(FileURI.uri(name)) }
        }
      }
    }
  }
}
