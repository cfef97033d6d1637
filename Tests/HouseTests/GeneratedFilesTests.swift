import Testing

/// Generated files match their sources; `MDCATALOG_REGENERATE=1` writes them.
@Suite struct GeneratedFilesTests {
  @Test func embeddedDataMatchesGrammar() throws {
    let files = [
      ("task", "vocabularies/task.json"), ("modality", "vocabularies/modality.json"),
      ("dimension", "vocabularies/dimension.json"), ("dataset", "schemas/dataset.json"),
      ("cues", "cues.json"),
    ]
    var text = """
      // Generated from the files of Grammar; do not edit.
      // swift-format-ignore-file

      /// The data of `Grammar/`, byte for byte.
      package enum Embedded {

      """
    let entries = files.map { name, file in
      "  /// `Grammar/\(file)`\n  package static let \(name): StaticString = ##\"\"\"\n"
        + Repository.text("Grammar/" + file) + "\"\"\"##\n"
    }
    text += entries.joined(separator: "\n") + "}\n"
    try compare(text, "Sources/CatalogSchema/Reading/Embedded.generated.swift")
  }

  @Test func ruleTextsMatchTheDocComments() throws {
    var text = """
      // Generated from the documentation of the rules; do not edit.
      // swift-format-ignore-file

      /// The rules' documentation by code.
      enum RuleTexts {
        static let all: [String: String] = [

      """
    for file in Repository.files(in: "Sources/CatalogModel/Rules", suffix: "Rule.swift") {
      let rule = try #require(RuleDocumentation(Repository.text(file)), "\(file)")
      text += "    \"\(rule.code)\": ##\"\"\"\n"
      for line in rule.text.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : "      \(line)\n"
      }
      text += "      \"\"\"##,\n"
    }
    try compare(text + "  ]\n}\n", "Sources/CatalogModel/Rules/RuleTexts.generated.swift")
  }

  private func compare(_ text: String, _ path: String) throws {
    if Repository.isRegenerating { try Repository.write(text, path) }
    #expect(Repository.text(path) == text, "\(path) is out of date")
  }
}

/// The documentation comment of a rule's file.
struct RuleDocumentation {
  var code = ""
  /// Each paragraph on one line; examples keep their lines.
  var text = ""

  init?(_ source: String) {
    var comment: [String] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("///") {
        comment.append(String(line.dropFirst(4)))
      } else if let start = line.range(of: "enum "), let end = line.range(of: "Rule") {
        code = Self.code(line[line.index(start, offsetBy: 5)..<end])
        text = Self.paragraphs(comment)
        return
      } else {
        comment = []
      }
    }
    return nil
  }

  private static func code(_ name: Substring) -> String {
    var code = ""
    for character in name {
      if character.isUppercase, !code.isEmpty { code.append("-") }
      code += character.lowercased()
    }
    return code
  }

  private static func paragraphs(_ lines: [String]) -> String {
    lines.split(separator: "").map { paragraph in
      let isExample = paragraph.first?.hasPrefix("Bad:") == true
      return paragraph.joined(separator: isExample ? "\n" : " ")
    }.joined(separator: "\n\n")
  }
}

extension Substring {
  /// The first place of a word.
  fileprivate func range(of word: String) -> Index? {
    indices.first { self[$0...].hasPrefix(word) }
  }
}
