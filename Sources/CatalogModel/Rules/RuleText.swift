package import CatalogSchema

/// The documentation of a rule, from the comment of its file.
package struct RuleText: Sendable {
  /// The whole text as Markdown: what, why, the kind of fix, a bad and a good row.
  package var text: String

  /// The first sentence.
  package var summary: String {
    String(text.prefix { $0 != "\n" })
  }

  /// The text without the kind of fix and the examples.
  package var plainText: String {
    let labels = ["Fix:", "Bad:", "Good:"]
    return text.split(separator: "\n").filter { line in !labels.contains { line.hasPrefix($0) } }
      .joined(separator: " ")
  }

  /// The text of a rule.
  package static func of(_ rule: RuleCode) -> RuleText {
    RuleText(text: RuleTexts.all[rule.rawValue] ?? "")
  }
}
