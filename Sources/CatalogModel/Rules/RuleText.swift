package import CatalogSchema

/// What a rule is about, as its file's documentation says it.
package struct RuleText: Sendable {
  /// The whole text: what, why, a bad and a good row; Markdown.
  package var text: String

  /// The first sentence.
  package var summary: String {
    String(text.prefix { $0 != "\n" })
  }

  /// The text without the examples.
  package var plainText: String {
    text.split(separator: "\n").filter { !$0.hasPrefix("Bad:") && !$0.hasPrefix("Good:") }
      .joined(separator: " ")
  }

  /// The text of a rule.
  package static func of(_ rule: RuleCode) -> RuleText {
    RuleText(text: RuleTexts.all[rule.rawValue] ?? "")
  }
}
