import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Generated files match their sources; `MDCATALOG_REGENERATE=1` writes them.
@Suite struct GeneratedFilesTests {
  @Test func embeddedDataMatchesGrammar() throws {
    let vocabularies = try ["task", "modality", "dimension"].map { name in
      (name, "vocabularies/\(name).json", try termTable(name))
    }
    let files = [("dataset", "schemas/dataset.json"), ("cues", "cues.json")].map {
      ($0, $1, Repository.text("Grammar/" + $1))
    }
    var text = """
      // Generated from the files of Grammar; do not edit.
      // swift-format-ignore-file

      /// The data of `Grammar/`: vocabularies as a `TermTable`, other files byte for byte.
      package enum Embedded {

      """
    let entries = (vocabularies + files).map { name, file, content in
      "  /// `Grammar/\(file)`\n  package static let \(name): StaticString = ##\"\"\"\n"
        + content + "\"\"\"##\n"
    }
    text += entries.joined(separator: "\n") + "}\n"
    try compare(text, "Sources/CatalogSchema/Reading/Embedded.generated.swift")
  }

  /// A file of concepts.
  private struct Concepts: Decodable {
    struct Concept: Decodable {
      var prefLabel: String
      var altLabel: [String]?
      var hiddenLabel: [String]?
      var broader: String?
      var notation: String?
      var definition: String
    }
    var name: String
    var concepts: [Concept]
  }

  /// A vocabulary as `TermTable` reads it.
  private func termTable(_ name: String) throws -> String {
    let source = Repository.text("Grammar/vocabularies/\(name).json")
    let vocabulary = try JSONDecoder().decode(Concepts.self, from: Data(source.utf8))
    #expect(vocabulary.name == name)
    return vocabulary.concepts.map { concept in
      #expect(concept.hiddenLabel == nil, "\(concept.prefLabel): a term table has none")
      let labels = [concept.prefLabel] + (concept.altLabel ?? [])
      let cells = [concept.broader ?? "", concept.notation ?? "", concept.definition]
      #expect(!(labels + cells).joined().contains { "|\t\n".contains($0) }, "\(labels[0])")
      return ([labels.joined(separator: "|")] + cells).joined(separator: "\t") + "\n"
    }.joined()
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
