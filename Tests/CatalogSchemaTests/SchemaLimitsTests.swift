import Testing

@testable import CatalogSchema

/// A configuration of any size is read up to its limits, and what goes beyond is refused at its
/// place.
@Suite struct SchemaLimitsTests {
  private typealias Reading = (configuration: Configuration, problems: [ConfigurationProblem])

  private func read(_ source: String) -> Reading {
    Configuration.read(Array(source.utf8), rules: ["empty-cell"])
  }

  private func list(_ count: Int, _ item: (Int) -> String) -> String {
    (0..<count).map(item).joined(separator: ",")
  }

  private func schema(_ fields: String) -> String {
    "{\"schema\":{\"primaryKey\":\"k\",\"fields\":[{\"name\":\"k\"},\(fields)]}}"
  }

  private func text(_ problem: ConfigurationProblem, of source: String) -> String {
    String(decoding: Array(source.utf8)[problem.byteRange], as: UTF8.self)
  }

  @Test func labelsBeyondTheLimitAreRefusedAtTheirPlace() throws {
    let values = list(SchemaLimits.itemCountMax + 10) { "\"v\($0)\"" }
    let source = schema("{\"name\":\"e\",\"constraints\":{\"enum\":[\(values)]}}")
    let (configuration, problems) = read(source)
    #expect(problems.count == 1)
    #expect(text(try #require(problems.first), of: source) == "\"v\(SchemaLimits.itemCountMax)\"")
    let schema = configuration.schemas[0]
    let vocabulary = try #require(schema.vocabulary(of: schema.columns[1]))
    #expect(vocabulary.terms.count == SchemaLimits.itemCountMax)
    #expect(vocabulary.match("v49000").known?.index == 49_000)
  }

  @Test func listsBeyondTheLimitAreRefusedAtTheirPlace() throws {
    let max = SchemaLimits.listItemCountMax
    for source in [
      "{\"fields\":[\(list(max + 5) { "{\"name\":\"f\($0)\"}" })]}",
      "{\"vocabularies\":[\(list(max + 5) { "{\"name\":\"v\($0)\",\"concepts\":[]}" })]}",
      "{\"schemas\":[\(list(max + 5) { _ in "\"builtin\"" })]}",
      schema("{\"name\":\"x\",\"mdcatalog:forbiddenSuffixes\":[\(list(max + 5) { "\"\($0)\"" })]}"),
    ] {
      let problem = try #require(read(source).problems.first)
      #expect(problem.message.contains("at most 1000 items"))
      #expect(problem.byteRange.lowerBound > source.utf8.count / 2)
    }
  }

  @Test func longStringsAreRefused() throws {
    let long = String(repeating: "e\u{301}", count: SchemaLimits.stringByteCountMax / 3 + 1)
    for source in [
      "{\"terms\":{\"task\":[\"\(long)\"]}}", "{\"fields\":[{\"name\":\"\(long)\"}]}",
      "{\"terms\":{\"task\":[{\"prefLabel\":\"a\",\"altLabel\":\"\(long)\"}]}}",
    ] {
      #expect(try #require(read(source).problems.first).message.contains("at most 10000 bytes"))
    }
  }

  @Test(arguments: [
    "{\"rules\":{#}}", "{\"terms\":{#}}", "{#}", "{\"rules\":{\"empty-cell\":#}}",
  ])
  func manyProblemsAreCounted(_ source: String) throws {
    let members = list(1_000) { "\"x\($0)\":1" }
    let single = list(1_000) { _ in "\"empty-cell\":1" }
    let source =
      source.hasSuffix("cell\":#}}")
      ? "{\"rules\":{\(single)}}" : source.split(separator: "#").joined(separator: members)
    let problems = read(source).problems
    #expect(problems.count == SchemaLimits.problemCountMax + 1)
    // 999 of the settings of one name are given twice.
    let more = source.contains("empty-cell") ? 1_899 : 900
    #expect(try #require(problems.last).message.hasPrefix("\(more) more problems"))
    #expect(problems.allSatisfy { $0.message.utf8.count < 400 })
  }

  @Test func allPatternsTogetherHaveALimit() throws {
    let fields = list(900) {
      #"{"name":"f\#($0)","constraints":{"pattern":"a{\#(SchemaLimits.patternStepCountMax - 9)}"}}"#
    }
    let problem = try #require(read(schema(fields)).problems.first)
    #expect(problem.message.contains("at most 200000 steps in all"))
    let ordinary = list(900) { #"{"name":"f\#($0)","constraints":{"pattern":"[a-z]+-\\d{4}"}}"# }
    #expect(read(schema(ordinary)).problems.allSatisfy { !$0.message.contains("steps") })
  }

  @Test func messagesListFewNames() throws {
    let vocabularies = list(200) { "{\"name\":\"vocabulary \($0)\",\"concepts\":[]}" }
    let source = "{\"vocabularies\":[\(vocabularies)],\"terms\":{\"none\":[]}}"
    #expect(try #require(read(source).problems.first).message.utf8.count < 400)
  }

  @Test func aSettingThatIsGivenTwiceIsReported() throws {
    let source = "{\"style\": \"aligned\", \"style\": \"compact\"}"
    let (configuration, problems) = read(source)
    #expect(configuration.style == .compact)
    #expect(try #require(problems.first).byteRange == 21..<28)
    for source in [
      #"{"rules": {"empty-cell": "off", "empty-cell": "on"}}"#,
      #"{"terms": {"task": [{"prefLabel": "A", "prefLabel": "B"}]}}"#,
      #"{"schema": {"name": "x", "name": "y", "fields": [{"name": "a", "mdcatalog:key": true}]}}"#,
    ] {
      let problems = read(source).problems
      #expect(problems.map(\.message).contains { $0.contains("is given twice") }, "\(source)")
      #expect(problems.count == 1)
    }
  }

  /// A message is only made for problems that are shown: each of these would sort all names.
  @Test(arguments: [
    "{#}", "{\"rules\":{#}}", "{\"terms\":{#}}",
    "{\"schema\":{\"fields\":[{\"name\":\"a\",#}]}}",
  ])
  func anyMembersAreRead(_ source: String) {
    let members = list(20_000) { "\"x\($0)\":1" }
    let vocabularies = list(1_000) { "{\"name\":\"v\($0)\",\"concepts\":[]}" }
    let text = source.split(separator: "#").joined(separator: members)
    let whole = "{\"vocabularies\":[\(vocabularies)]," + text.dropFirst()
    #expect(read(whole).problems.count <= SchemaLimits.problemCountMax + 1)
  }

  /// Terms that many schemas share are added to each vocabulary once.
  @Test func schemasShareTheirVocabularies() {
    let source = """
      {"schemas":[\(list(500) { _ in "\"builtin\"" })],
       "terms":{"task":[\(list(20_000) { "\"t\($0)\"" })]}}
      """
    let (configuration, problems) = read(source)
    #expect(problems.isEmpty)
    let tasks = configuration.schemas.compactMap { $0.vocabularies["task"] }
    #expect(tasks.count == 500 && Set(tasks.map(ObjectIdentifier.init)).count == 1)
    #expect(tasks[0].match("t19999").known != nil)
  }

  @Test func labelsOfATermThatIsGivenAgainAreMerged() throws {
    let source = """
      {"terms":{"task":["a",{"prefLabel":"a","altLabel":["b","c"]},
       {"prefLabel":"a","altLabel":["c","d"],"definition":"e"}]}}
      """
    let task = try #require(read(source).configuration.schemas[0].vocabularies["task"])
    let id = try #require(task.match("d").known)
    #expect(task[id].altLabels == ["b", "c", "d"] && task[id].definition == "e")
    #expect(task.searchLabels[id.index].map(\.label) == ["a", "b", "c", "d"])
  }

  /// Each label is compared once, whether terms are new, given again, or shared by schemas.
  @Test(arguments: [
    "{\"terms\":{\"task\":[#]}}",
    "{\"schemas\":[\"builtin\",\"builtin\"],\"terms\":{\"task\":[#]}}",
    "{\"vocabularies\":[{\"name\":\"task\",\"concepts\":[#]}]}",
  ])
  func labelsAreComparedOnce(_ source: String) {
    func comparedCount(_ termCount: Int) -> Int {
      let terms = list(termCount) { "{\"prefLabel\":\"t\($0 / 2)\",\"altLabel\":\"a\($0)\"}" }
      let parts = source.split(separator: "#").joined(separator: terms)
      let vocabularies = read(parts).configuration.schemas.flatMap(\.vocabularies.values)
      let distinct = Dictionary(
        vocabularies.map { (ObjectIdentifier($0), $0) }, uniquingKeysWith: { $1 })
      return distinct.values.reduce(0) { $0 + $1.comparedLabels.labels.count }
    }
    let none = comparedCount(0)
    #expect(comparedCount(2_000) - none == 3_000)
    #expect(comparedCount(4_000) - none == 6_000)
  }
}
