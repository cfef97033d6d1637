import JSONText

extension Configuration {
  /// What a file holds.
  package enum Content: Sendable {
    /// Settings on top of the built-in configuration.
    case configuration
    /// A schema, which replaces the built-in one.
    case schema
    /// One of both: a configuration where it has a setting that schemas lack.
    case either
  }

  /// The configuration that a file gives on top of the built-in one.
  ///
  /// What is wrong is reported with its place and left out; the rest is in force.
  ///
  /// - Parameter rules: the codes of all rules
  package static func read(
    _ source: [UInt8], as content: Content = .configuration, rules: some Sequence<RuleCode>
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    do {
      var reader = ConfigurationReader()
      let value = try JSONReader.parse(source)
      reader.read(value, as: content, rules: Set(rules))
      reader.checkRepeatedNames(value)
      return (reader.configuration, reader.problems)
    } catch {
      let place = min(error.byteOffset, source.count)
      let problem = ConfigurationProblem(
        message: "Not valid JSON: \(error.message)", byteRange: place..<min(place + 1, source.count)
      )
      return (.standard, [problem])
    }
  }
}

/// Reads the settings of a file into the built-in configuration.
struct ConfigurationReader {
  private(set) var configuration = Configuration.standard
  private var reader = SchemaReader()
  /// The vocabularies of the configuration, which all its schemas have.
  private var vocabularies: [String: Vocabulary] = [:]
  /// These and the built-in ones, in one dictionary that schemas share.
  private var allVocabularies = BuiltIn.schema.vocabularies

  /// The names of the settings.
  private static let settings = [
    "rules", "style", "maxProblems", "associations", "missingValues", "vocabularies", "schema",
    "schemas", "terms", "fields",
  ]
  /// The settings that schemas have as well.
  private static let sharedSettings: Set = ["vocabularies", "fields", "missingValues"]

  /// The problems found so far.
  var problems: [ConfigurationProblem] { reader.problems }

  /// Reads what a file holds. Members of an object have no order, but schemas refer to
  /// vocabularies, and terms and fields to schemas.
  mutating func read(
    _ value: JSONValue, as content: Configuration.Content, rules: Set<RuleCode>
  ) {
    let names = value.object.map { Set($0.map(\.key)) } ?? []
    let hasOwn = Self.settings.contains { names.contains($0) && !Self.sharedSettings.contains($0) }
    if content == .schema || content == .either && !hasOwn { return readSchema(value) }
    guard let members = value.object else {
      return reader.report("The configuration must be an object", at: value)
    }
    checkNames(members)
    readRules(value, rules)
    readLayoutAndLimits(value)
    if let missing = reader.missingValues(value) { configuration.missingValues = missing }
    readVocabularies(value)
    if let schema = value["schema"] { readSchema(schema) }
    readSchemas(value)
    readTerms(value)
    readFields(value)
  }

  /// Reports settings that an object has twice, at any depth.
  mutating func checkRepeatedNames(_ value: JSONValue) {
    value.forEachRepeatedName { member in
      reader.report(
        "\"\(Quotation.of(member.key))\" is given twice: remove one of the two", at: member)
      return true
    }
  }

  private mutating func checkNames(_ members: [JSONMember]) {
    for member in members where member.key != "$schema" && !member.key.contains(":") {
      if Self.settings.contains(member.key) { continue }
      reader.report(
        "There is no setting \"\(Quotation.of(member.key))\"; settings are "
          + Self.settings.joined(separator: ", "), at: member)
    }
  }

  private mutating func readRules(_ value: JSONValue, _ codes: Set<RuleCode>) {
    for member in reader.member(value, "rules", "an object of rule codes", \.object) ?? [] {
      let rule = RuleCode(member.key)
      let name = member.value.string ?? ""
      if !codes.contains(rule) {
        reader.report("There is no rule \"\(Quotation.of(member.key))\"", at: member)
      } else if let severity = Severity(name: name) {
        configuration.severities[rule] = severity
      } else if name == "on" {
        configuration.severities[rule] = nil
      } else if name == "off" {
        configuration.severities[rule] = .some(nil)
      } else {
        reader.report(
          "A rule must be \"off\", \"on\", \"error\", \"warning\", \"information\" or \"hint\"",
          at: member.value)
      }
    }
  }

  private mutating func readLayoutAndLimits(_ value: JSONValue) {
    let styles = "\"auto\", \"aligned\" or \"compact\""
    let style = reader.member(value, "style", styles) { $0.string.flatMap(TableStyle.init) }
    if let style { configuration.style = style }
    if let count = reader.count(value, "maxProblems", atLeast: 1) {
      configuration.problemCountMax = count
    }
    configuration.showsAssociations = reader.flag(value, "associations")
  }

  private mutating func readVocabularies(_ value: JSONValue) {
    for item in reader.items(value, "vocabularies") {
      guard let vocabulary = reader.vocabulary(item) else { continue }
      vocabularies[vocabulary.name] = vocabulary
      allVocabularies[vocabulary.name] = vocabulary
      for index in configuration.schemas.indices {
        configuration.schemas[index].vocabularies[vocabulary.name] = vocabulary
      }
    }
  }

  // MARK: Schemas

  /// A schema of the file's own, or the built-in one by its name.
  private mutating func schema(_ value: JSONValue) -> Schema? {
    var builtIn = BuiltIn.schema
    if value.string != "builtin" {
      return reader.schema(value, vocabularies: allVocabularies, own: vocabularies)
    }
    builtIn.vocabularies = allVocabularies
    return builtIn
  }

  private mutating func readSchema(_ value: JSONValue) {
    if value.string == "builtin" {
      var schema = BuiltIn.configuredSchema
      schema.vocabularies.merge(vocabularies) { $1 }
      configuration.schemas = [schema]
      return
    }
    if let schema = schema(value) { configuration.schemas = [schema] }
  }

  /// Reads several schemas, of which the first that fits a table counts.
  private mutating func readSchemas(_ value: JSONValue) {
    let expected = "an array of schemas or \"builtin\""
    let items = reader.member(value, "schemas", expected) { value in
      value.array.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let items else { return }
    let schemas = reader.admitted(items, .other).compactMap { schema($0) }
    if !schemas.isEmpty { configuration.schemas = schemas }
  }

  // MARK: Additions

  private mutating func readTerms(_ value: JSONValue) {
    let names = Set(configuration.schemas.flatMap(\.vocabularies.keys))
    var added: [String: [SchemaReader.PlacedTerm]] = [:]
    for member in reader.member(value, "terms", "an object of vocabulary names", \.object) ?? [] {
      guard names.contains(member.key) else {
        reader.reportNoVocabulary(
          member.key, among: names, at: JSONValue(.null, byteRange: member.keyByteRange))
        continue
      }
      guard let items = member.value.array else {
        reader.report("The terms of a vocabulary must be an array", at: member.value)
        continue
      }
      added[member.key, default: []] += reader.placedTerms(reader.admitted(items, .labels))
    }
    for (name, terms) in added.sorted(by: { $0.key < $1.key }) {
      add(terms, to: name, at: value["terms"] ?? value)
    }
  }

  /// Adds terms to the vocabulary of a name in all schemas, each vocabulary once.
  private mutating func add(
    _ terms: [SchemaReader.PlacedTerm], to name: String, at place: JSONValue
  ) {
    var extended: [ObjectIdentifier: Vocabulary] = [:]
    var reported: Set<Int> = []
    for index in configuration.schemas.indices {
      guard let known = configuration.schemas[index].vocabularies[name] else { continue }
      if extended[ObjectIdentifier(known)] == nil {
        let count = extended.isEmpty ? 0 : terms.count
        guard reader.admit(count, .labels, at: { _ in place }) == count else { return }
        let (vocabulary, collisions) = known.defining(terms.map(\.term))
        for collision in collisions where reported.insert(collision.index).inserted {
          reader.report(collision, at: terms[collision.index].value)
        }
        if extended.isEmpty { reader.checkBroader(terms, among: vocabulary.terms) }
        extended[ObjectIdentifier(known)] = vocabulary
      }
      configuration.schemas[index].vocabularies[name] = extended[ObjectIdentifier(known)]
    }
  }

  /// Reads fields that are added to the first schema or replace its own.
  private mutating func readFields(_ value: JSONValue) {
    guard let place = value["fields"] else { return }
    let fields = reader.items(value, "fields")
    configuration.schemas[0].isBuiltIn = false
    var columns = configuration.schemas[0].columns
    let hadKey = columns.contains(where: \.isKey)
    let indices = Dictionary(
      columns.indices.map { (columns[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    for column in reader.columns(fields, configuration.schemas[0].vocabularies) {
      if let known = indices[column.name] {
        columns[known] = column
      } else {
        columns.append(column)
      }
    }
    configuration.schemas[0].columns = columns
    // A schema without a key was reported before.
    if hadKey { reader.finishKey(of: &configuration.schemas[0], fields, at: place) }
  }
}
