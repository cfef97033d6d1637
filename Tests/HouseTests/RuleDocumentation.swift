import Testing

/// A rule as its file says it.
struct RuleDocumentation {
  /// The code and the severity of the rule's value.
  let code: String
  let severity: String
  /// Each paragraph on one line; the kind of fix and the examples keep their lines.
  let text: String

  /// The rules of the registry, in its order.
  static func all() throws -> [RuleDocumentation] {
    let folder = "Sources/CatalogModel/Rules/"
    let entries = Repository.text(folder + "RuleRegistry+Standard.swift")
      .split(separator: "\n").compactMap { line -> String? in
        line.hasSuffix("Rule.rule,") ? line.dropLast(6).filter(\.isLetter) : nil
      }
    try #require(!entries.isEmpty)
    return try entries.map { name in
      try #require(RuleDocumentation(Repository.text(folder + name + ".swift")), "\(name)")
    }
  }

  /// Reads the comment before the type, and the beginning of the rule's value.
  init?(_ source: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.firstIndex(where: { $0.contains("enum ") && $0.hasSuffix("{") }),
      let value = source.firstRange(of: "Rule(")
    else { return nil }
    let start = lines[..<end].lastIndex { !$0.hasPrefix("///") } ?? -1
    text = Self.paragraphs(lines[(start + 1)..<end].map { String($0.dropFirst(4)) })
    let words = source[value.upperBound...].prefix(80).split { !$0.isLetter && $0 != "-" }
    guard words.count > 1 else { return nil }
    code = String(words[0])
    severity = String(words[1])
  }

  /// The first sentence.
  var summary: Substring { text.prefix { $0 != "\n" } }

  /// The kind of fix, a dash for none.
  var fix: Substring {
    let line = text.split(separator: "\n").first { $0.hasPrefix("Fix: ") }
    return line?.dropFirst(5) ?? "–"
  }

  private static func paragraphs(_ lines: [String]) -> String {
    lines.split(separator: "").map { paragraph in
      let isExample = paragraph.contains { $0.hasPrefix("Bad:") }
      return paragraph.joined(separator: isExample ? "\n" : " ")
    }.joined(separator: "\n\n")
  }
}
