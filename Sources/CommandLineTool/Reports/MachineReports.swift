import CatalogModel
import CatalogSchema
import JSONText
import LanguageServer

/// Reports for programs.
enum MachineReports {
  /// One JSON array (contract: `check --output-format json`).
  static func json(_ problems: [ReportedProblem]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for problem in problems {
      writer.beginObject()
      writer.key("file")
      writer.string(problem.file)
      writePlace(problem, ["line", "column", "endLine", "endColumn"], &writer)
      writer.key("code")
      writer.string(problem.rule.rawValue)
      writer.key("severity")
      writer.string(problem.severity.name)
      writer.key("message")
      writer.string(problem.message)
      writer.key("fixable")
      writer.bool(problem.isFixable)
      writer.endObject()
    }
    writer.endArray()
    return writer.bytes + [0x0A]
  }

  private static func writePlace(
    _ problem: ReportedProblem, _ names: [String], _ writer: inout JSONWriter
  ) {
    let numbers = [problem.line, problem.column, problem.endLine, problem.endColumn]
    for (name, number) in zip(names, numbers) {
      writer.key(name)
      writer.int(number)
    }
  }

  /// Workflow commands of GitHub Actions, one a line.
  static func github(_ problems: [ReportedProblem]) -> [UInt8] {
    var text = ""
    for problem in problems {
      let level: String
      switch problem.severity {
      case .error: level = "error"
      case .warning: level = "warning"
      case .information, .hint: level = "notice"
      }
      text += "::\(level) file=\(escape(problem.file, isProperty: true)),line=\(problem.line)"
      text += ",endLine=\(problem.endLine),col=\(problem.column),endColumn=\(problem.endColumn)"
      text += ",title=\(problem.rule.rawValue)::\(escape(problem.message, isProperty: false))\n"
    }
    return Array(text.utf8)
  }

  private static func escape(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where isProperty: out += "%3A"
      case "," where isProperty: out += "%2C"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }

  /// SARIF 2.1.0.
  static func sarif(_ problems: [ReportedProblem]) -> [UInt8] {
    let rules = RuleCode.allCases.map { rule in
      JSONValue.object([
        ("id", .string(rule.rawValue)),
        ("shortDescription", .object([("text", .string(RuleText.of(rule).summary))])),
        ("fullDescription", .object([("text", .string(RuleText.of(rule).plainText))])),
        ("defaultConfiguration", .object([("level", .string(level(rule.defaultSeverity)))])),
      ])
    }
    let driver = JSONValue.object([
      ("name", .string("mdcatalog")), ("version", .string(Version.current)),
      ("rules", .array(rules)),
    ])
    let run = JSONValue.object([
      ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(problems.map(sarifResult))),
    ])
    let log = JSONValue.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")), ("runs", .array([run])),
    ])
    return JSONWriter.bytes(of: log) + [0x0A]
  }

  private static func sarifResult(_ problem: ReportedProblem) -> JSONValue {
    let region = JSONValue.object([
      ("startLine", .int(problem.line)), ("startColumn", .int(problem.column)),
      ("endLine", .int(problem.endLine)), ("endColumn", .int(problem.endColumn)),
    ])
    let place = JSONValue.object([
      ("artifactLocation", .object([("uri", .string(uri(problem.file)))])), ("region", region),
    ])
    return .object([
      ("ruleId", .string(problem.rule.rawValue)),
      ("ruleIndex", .int(RuleCode.allCases.firstIndex(of: problem.rule) ?? 0)),
      ("level", .string(level(problem.severity))),
      ("message", .object([("text", .string(problem.message))])),
      ("locations", .array([.object([("physicalLocation", place)])])),
    ])
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
        || Array("-._~/".utf8).contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      out += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
    }
    return out
  }

  /// JUnit XML: one test case per file and problem.
  static func junit(_ problems: [ReportedProblem], files: [String]) -> [UInt8] {
    let failures = problems.filter { $0.severity <= .warning }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuite name=\"mdcatalog\" tests=\"\(max(files.count, 1))\" "
    text += "failures=\"\(Set(failures.map(\.file)).count)\" errors=\"0\">\n"
    for file in files {
      text += "  <testcase name=\"\(xml(file))\" classname=\"mdcatalog\">\n"
      let own = failures.filter { $0.file == file }
      if !own.isEmpty {
        text += "    <failure message=\"\(own.count) problems\">"
        for problem in own {
          text += xml(
            "\(problem.file):\(problem.line):\(problem.column): \(problem.message) "
              + "[\(problem.rule.rawValue)]\n")
        }
        text += "</failure>\n"
      }
      text += "  </testcase>\n"
    }
    return Array((text + "</testsuite>\n").utf8)
  }

  private static func xml(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default:
        if scalar.value >= 0x20 || scalar == "\n" { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }
}
