import Testing

@testable import CatalogSchema

@Suite struct SchemaTests {
  @Test(arguments: [
    ["Dataset", "Description", "Labels / Task(s)", "Image Type(s)", "Dim."],
    ["Modality", "Dataset", "Paper"], ["dataset", "labels/tasks"], ["Image type", "DATASETS"],
    ["Datasets", "Imaging Modalities"], ["Data set", "Image Modalities"],
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
    Configuration.read(
      Array(text.utf8), rules: ["missing-cell", "unsorted-row", "extra-cell"])
  }

  @Test func aConfigurationIsApplied() throws {
    let (configuration, problems) = read(
      """
      { "rules": { "missing-cell": "off", "unsorted-row": "error" }, "style": "aligned",
        "maxProblems": 7, "terms": {
          "modality": ["Hologram", { "prefLabel": "CT", "altLabel": ["Kat"] }] },
        "x:own": 1 }
      """)
    #expect(problems.isEmpty)
    #expect(configuration.severity(of: "missing-cell", standard: .error) == nil)
    #expect(configuration.severity(of: "unsorted-row", standard: .information) == .error)
    #expect(configuration.severity(of: "extra-cell", standard: .error) == .error)
    #expect(configuration.style == .aligned)
    #expect(configuration.problemCountMax == 7)
    let modality = try #require(configuration.schemas[0].vocabularies["modality"])
    #expect(modality.match("Hologram").known != nil)
    #expect(modality.match("kat").known == modality.match("CT").known)
  }

  @Test(arguments: [
    #"{"prefLabel": "MR", "altLabel": ["MRI"]}"#, #"{"prefLabel": "MR"}"#, #""MR imaging""#,
    #"{"prefLabel": "Kernspin", "altLabel": "mri"}"#, #"{"prefLabel": "mri", "altLabel": ["K"]}"#,
  ])
  func aTermOfAConfigurationRelabelsTheBuiltInOne(term: String) throws {
    let (configuration, problems) = read("{\"terms\": {\"modality\": [\(term)]}}")
    #expect(problems.isEmpty)
    let builtIn = try #require(BuiltIn.schema.vocabularies["modality"])
    let modality = try #require(configuration.schemas[0].vocabularies["modality"])
    #expect(modality.terms.count == builtIn.terms.count)
    let id = try #require(modality.match("MRI").known)
    let label = modality[id].prefLabel
    #expect(term.contains("\"\(label)\"") && modality.match(label) == .preferred(id))
    #expect(modality.match("MRI") == .alternative(id))
    #expect(modality.match("Magnetic Resonance Imaging") == .alternative(id))
    let narrower = try #require(builtIn.match("MRI").known.map(builtIn.narrower))
    #expect(modality.narrower(than: id) == narrower)
  }

  @Test(arguments: [
    (#"[{"prefLabel": "CT", "altLabel": ["MRI"]}]"#, "MRI", "MRI"),
    (#"[{"prefLabel": "Scan", "altLabel": ["x", "CT", " mri "]}]"#, " mri ", "MRI"),
    (
      #"[{"prefLabel": "MR", "altLabel": ["MRI"]}, {"prefLabel": "M", "altLabel": "MRI"}]"#,
      "MRI", "MR"
    ),
    (#"[{"prefLabel": "A", "altLabel": ["Q"]}, {"prefLabel": "B", "altLabel": ["q"]}]"#, "q", "A"),
    (#"["MR", "mr"]"#, "mr", "MR"),
  ])
  func aLabelOfTwoTermsIsAnError(terms: String, label: String, owner: String) throws {
    let source = "{\"terms\": {\"modality\": \(terms)}}"
    let (configuration, problems) = read(source)
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.message.contains("is already a label of the term \"\(owner)\""))
    #expect(Array(source.utf8)[problem.byteRange].elementsEqual("\"\(label)\"".utf8))
    #expect(configuration.schemas[0].vocabularies["modality"]?.match("CT").known != nil)
  }

  @Test func aKeyIsUniqueUnlessItsFieldSaysOtherwise() throws {
    for (constraints, isUnique) in [("{}", true), (#"{"unique": false}"#, false)] {
      let field = #"{"name": "a", "constraints": \#(constraints)}"#
      let source = #"{"schema": {"primaryKey": "a", "fields": [\#(field)]}}"#
      let (configuration, problems) = read(source)
      #expect(problems.isEmpty && configuration.schemas[0].columns[0].isUnique == isUnique)
    }
  }

  @Test func settingsHaveNoOrder() throws {
    let (configuration, problems) = read(
      """
      { "fields": [{ "name": "licence", "mdcatalog:vocabulary": "licence" }],
        "terms": { "dimension": ["6D"], "licence": ["CC0"] },
        "vocabularies": [{ "name": "licence", "concepts": ["MIT"] }],
        "schema": { "primaryKey": "a", "fields": [{ "name": "a" }] } }
      """)
    #expect(problems.isEmpty)
    let schema = try #require(configuration.schemas.first)
    #expect(schema.columns.map(\.name) == ["a", "licence"])
    #expect(schema.columns.map(\.isKey) == [true, false])
    #expect(schema.vocabularies["dimension"]?.match("6D").known != nil)
    #expect(schema.vocabularies["licence"]?.terms.map(\.prefLabel) == ["MIT", "CC0"])
  }

  @Test func aByteOrderMarkIsAllowed() {
    let (configuration, problems) = read("\u{FEFF}{\"style\": \"aligned\"}")
    #expect(problems.isEmpty)
    #expect(configuration.style == .aligned)
  }

  private static let key = "{\"name\": \"a\", \"mdcatalog:key\": true}"

  @Test(arguments: [
    ("{", "Not valid JSON"), ("[]", "must be an object"), ("{\"style\": \"wide\"}", "\"auto\""),
    ("{\"rules\": {\"no-such\": \"off\"}}", "no-such"),
    ("{\"rules\": {\"missing-cell\": 3}}", "\"off\""),
    ("{\"maxProblems\": 0}", "at least 1"), ("{\"unheard\": 1}", "unheard"),
    ("{\"terms\": {\"colour\": []}}", "\"dimension\", \"modality\", \"task\""),
    ("{\"terms\": {\"task\": [\"a\\nb\"]}}", "line break"),
    ("{\"fields\": [{}]}", "\"name\""), ("{\"schema\": {}}", "\"fields\""),
    ("{\"schema\": {\"fields\": []}}", "\"fields\""),
    ("{\"schema\": {\"fields\": [{\"name\": \"a\"}]}}", "key"),
    ("{\"schema\": {\"fields\": [\(key), \(key)]}}", "two fields \"a\""),
    ("{\"fields\": [{\"name\": \"a\", \"type\": \"lizt\"}]}", "\"lizt\""),
    ("{\"fields\": [{\"name\": \"a\", \"delimiter\": \" | \"}]}", "pipe"),
    ("{\"fields\": [{\"name\": \"a\", \"constraints\": 1}]}", "\"constraints\""),
    ("{\"vocabularies\": [{\"name\": \"a\"}]}", "\"concepts\""),
    ("{\"fields\": [{\"name\": \"a\", \"mdcatalog:vocabulary\": \"b\"}]}", "no vocabulary \"b\""),
  ])
  func mistakesAreReported(source: String, part: String) throws {
    let (_, problems) = read(source)
    let problem = try #require(problems.first)
    #expect(problem.message.contains(part))
    #expect(problem.byteRange.upperBound <= source.utf8.count)
  }

  @Test func messagesAreShort() {
    let name = String(repeating: "x", count: 10_000)
    for source in ["{\"\(name)\": 1}", "{\"rules\": {\"\(name)\": 1}}"] {
      #expect(read(source).problems.allSatisfy { $0.message.count < 300 })
    }
  }

  @Test func validSettingsOfABrokenConfigurationApply() {
    let (configuration, problems) = read("{\"style\": 1, \"rules\": {\"extra-cell\": \"hint\"}}")
    #expect(problems.count == 1)
    #expect(configuration.severity(of: "extra-cell", standard: .error) == .hint)
  }
}
