import CatalogModel
import CatalogSchema
import JSONText
import System

/// Objects of SARIF 2.1.0.
enum SARIFObject {
  /// The name of our fingerprints; renumber it if their computation changes.
  private static let fingerprintName = "mdcatalogProblem/v1"

  /// A result (§3.27).
  static func result(_ problem: ReportedProblem, _ uri: String) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("ruleId", .string(problem.rule.rawValue)),
      ("ruleIndex", .int(RuleRegistry.standard.number(of: problem.rule) ?? 0)),
      ("level", .string(SARIFTool.level(problem.severity))),
      ("message", message(problem.message)),
      ("locations", .array([location(problem.place, uri)])),
    ]
    if !problem.related.isEmpty {
      let places = problem.related.map {
        location($0.place, uri, [("message", message($0.message))])
      }
      members.append(("relatedLocations", .array(places)))
    }
    if let fingerprint = problem.fingerprint {
      let value = JSONValue.string(fingerprint.hexadecimal)
      members.append(("partialFingerprints", .object([(fingerprintName, value)])))
    }
    if let fix = problem.fix, !fix.replacements.isEmpty {
      members.append(("fixes", .array([self.fix(fix, uri)])))
    }
    return .object(members)
  }

  /// A notification about an unreadable path (§3.58).
  static func notification(_ name: String, reason: String) -> JSONValue {
    let place = JSONValue.object([("artifactLocation", artifact(FileURI.uri(name)))])
    return .object([
      ("level", .string("error")), ("message", message("\(name): \(reason)")),
      ("locations", .array([.object([("physicalLocation", place)])])),
    ])
  }

  /// A fix (§3.55) with the change of one file (§3.56).
  private static func fix(_ fix: ReportedFix, _ uri: String) -> JSONValue {
    let replacements = fix.replacements.map { place, text in
      JSONValue.object(
        [("deletedRegion", region(place))]
          + (text.isEmpty ? [] : [("insertedContent", message(text))]))
    }
    let change = JSONValue.object([
      ("artifactLocation", artifact(uri)), ("replacements", .array(replacements)),
    ])
    return .object([
      ("description", message(fix.title)), ("artifactChanges", .array([change])),
    ])
  }

  /// A location (§3.28).
  private static func location(
    _ place: ReportedRange, _ uri: String, _ others: [(String, JSONValue)] = []
  ) -> JSONValue {
    let physical = JSONValue.object([
      ("artifactLocation", artifact(uri)), ("region", region(place)),
    ])
    return .object([("physicalLocation", physical)] + others)
  }

  /// A region (§3.30).
  private static func region(_ place: ReportedRange) -> JSONValue {
    .object([
      ("startLine", .int(place.line)), ("startColumn", .int(place.column)),
      ("endLine", .int(place.endLine)), ("endColumn", .int(place.endColumn)),
    ])
  }

  /// A message (§3.11).
  private static func message(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

  private static func artifact(_ uri: String) -> JSONValue { .object([("uri", .string(uri))]) }
}
