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
    for rule in try RuleDocumentation.all() {
      text += "    \"\(rule.code)\": ##\"\"\"\n"
      for line in rule.text.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : "      \(line)\n"
      }
      text += "      \"\"\"##,\n"
    }
    try compare(text + "  ]\n}\n", "Sources/CatalogModel/Rules/RuleTexts.generated.swift")
  }

  @Test func theReadmeListsTheRules() throws {
    let head = "| code | severity | what | fix |\n|---|---|---|---|\n"
    let rows = try RuleDocumentation.all().map {
      let summary = $0.summary.replacing("|", with: "\\|")
      return "| `\($0.code)` | \($0.severity) | \(summary) | \($0.fix) |\n"
    }
    try replace(after: head, upTo: "\n\n", by: rows.joined().dropLast(), in: "README.md")
  }

  @Test func theConfigurationTakesTheRules() throws {
    let codes = try RuleDocumentation.all().map { "\"\($0.code)\"" }.joined(separator: ", ")
    try replace(
      after: "\"propertyNames\": { \"enum\": [", upTo: "]", by: codes,
      in: "Grammar/configuration.schema.json")
  }

  /// Compares, or writes, the part of a file between two texts.
  private func replace(
    after head: String, upTo tail: String, by part: some StringProtocol, in path: String
  ) throws {
    let text = Repository.text(path)
    let start = try #require(text.firstRange(of: head), "\(path)").upperBound as String.Index
    let end = try #require(text[start...].firstRange(of: tail), "\(path)").lowerBound
    try compare(String(text[..<start]) + String(part) + String(text[end...]), path)
  }

  private func compare(_ text: String, _ path: String) throws {
    if Repository.isRegenerating { try Repository.write(text, path) }
    #expect(Repository.text(path) == text, "\(path) is out of date")
  }
}
