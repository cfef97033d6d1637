import CatalogModel
import CatalogSchema
import JSONText

/// The tool and its rules in a SARIF log (SARIF 2.1.0 §3.18, §3.19, §3.49).
enum SARIFTool {
  /// The `tool` of a run.
  static var tool: JSONValue {
    let driver = JSONValue.object([
      ("name", .string("mdcatalog")),
      ("semanticVersion", .string(Version.current)),
      ("version", .string(Version.current)),
      ("rules", .array(RuleRegistry.standard.rules.map(descriptor))),
    ])
    return .object([("driver", driver)])
  }

  private static func descriptor(_ rule: Rule) -> JSONValue {
    let text = RuleText.of(rule.code)
    return .object([
      ("id", .string(rule.code.rawValue)),
      ("shortDescription", .object([("text", .string(text.summary))])),
      ("fullDescription", .object([("text", .string(text.plainText))])),
      ("help", help(text)),
      ("defaultConfiguration", .object([("level", .string(level(rule.severity)))])),
    ])
  }

  /// The text of “mdcatalog rule”, with the examples as code so that their pipes are no tables.
  private static func help(_ text: RuleText) -> JSONValue {
    let lines = text.text.split(separator: "\n", omittingEmptySubsequences: false)
    let markdown = lines.map { line -> String in
      guard let label = ["Bad: ", "Good: "].first(where: { line.hasPrefix($0) }) else {
        return String(line)
      }
      return "\(label)`` \(line.dropFirst(label.count)) ``\n"
    }
    return .object([
      ("text", .string(text.text)), ("markdown", .string(markdown.joined(separator: "\n"))),
    ])
  }

  /// The level of a severity.
  static func level(_ severity: Severity) -> String {
    severity <= .warning ? severity.name : "note"
  }
}
