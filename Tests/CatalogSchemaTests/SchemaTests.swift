import Testing

@testable import CatalogSchema

@Suite struct SchemaTests {
  @Test(arguments: [
    ["Dataset", "Description", "Labels / Task(s)", "Image Type(s)", "Dim."],
    ["Modality", "Dataset", "Paper"], ["dataset", "labels/tasks"], ["Image type", "DATASETS"],
  ])
  func headersAreRecognised(headers: [String]) {
    #expect(BuiltIn.schema.match(headers: headers) != nil)
  }

  @Test(arguments: [
    ["Name", "Type", "Description"], ["Dataset", "Label"], ["Parameter", "Modality"], ["Dataset"],
    [],
  ])
  func otherHeadersAreLeftAlone(headers: [String]) {
    #expect(BuiltIn.schema.match(headers: headers) == nil)
  }

  private func read(_ text: String) -> (
    configuration: Configuration, problems: [ConfigurationProblem]
  ) {
    Configuration.read(Array(text.utf8))
  }

  @Test func aConfigurationIsFollowed() throws {
    let (configuration, problems) = read(
      """
      { "rules": { "missing-cell": "off", "unsorted-row": "error" }, "style": "aligned",
        "maxProblems": 7, "terms": {
          "modality": ["Hologram", { "prefLabel": "CT", "altLabel": ["Kat"] }] },
        "x:own": 1 }
      """)
    #expect(problems.isEmpty)
    #expect(configuration.severity(of: .missingCell) == nil)
    #expect(configuration.severity(of: .unsortedRow) == .error)
    #expect(configuration.severity(of: .extraCell) == .error)
    #expect(configuration.style == .aligned)
    #expect(configuration.problemCountMax == 7)
    let modality = try #require(configuration.schemas[0].vocabularies["modality"])
    #expect(modality.match("Hologram").known != nil)
    #expect(modality.match("kat").known == modality.match("CT").known)
  }

  @Test(arguments: [
    ("{", "Not valid JSON"), ("[]", "must be an object"), ("{\"style\": \"wide\"}", "\"auto\""),
    ("{\"rules\": {\"no-such\": \"off\"}}", "no-such"),
    ("{\"rules\": {\"missing-cell\": 3}}", "\"off\""),
    ("{\"maxProblems\": 0}", "at least 1"), ("{\"terms\": {\"colour\": []}}", "colour"),
    ("{\"unheard\": 1}", "unheard"), ("{\"fields\": [{}]}", "\"name\""),
  ])
  func mistakesAreTold(source: String, part: String) throws {
    let (_, problems) = read(source)
    let problem = try #require(problems.first)
    #expect(problem.message.contains(part))
    #expect(problem.byteRange.upperBound <= source.utf8.count)
  }

  @Test func theRestOfABrokenConfigurationIsInForce() {
    let (configuration, problems) = read("{\"style\": 1, \"rules\": {\"extra-cell\": \"hint\"}}")
    #expect(problems.count == 1)
    #expect(configuration.severity(of: .extraCell) == .hint)
  }
}
