import JSONText

/// What `.mdcatalog.json` and the built-in schema say.
package struct Configuration: Sendable {
  /// Problems per file that an editor is sent unless a configuration says otherwise.
  package static let standardProblemCountMax = 500

  /// The severities that differ from the rules' own; `.some(nil)` switches a rule off.
  package private(set) var severities: [RuleCode: Severity?] = [:]
  /// The layout of tables.
  package private(set) var style = TableStyle.auto
  /// Problems per file that an editor is sent, at most.
  package private(set) var problemCountMax = Configuration.standardProblemCountMax
  /// Whether rows are compared by terms that often occur together.
  package private(set) var showsAssociations = false
  /// The schemas in force; the first that fits a table's headers counts.
  package private(set) var schemas: [Schema]
  /// The phrases by which one dataset's row mentions another dataset.
  package let cues: MentionCues

  /// The built-in configuration.
  package static let standard = Configuration(schemas: [BuiltIn.schema], cues: BuiltIn.cues)

  init(schemas: [Schema], cues: MentionCues) {
    self.schemas = schemas
    self.cues = cues
  }

  /// The same with the schemas of another configuration, each for all files.
  package func with(schemasOf other: Configuration) -> Configuration {
    var configuration = self
    configuration.schemas = other.schemas.map { schema in
      var schema = schema
      schema.paths = nil
      return schema
    }
    return configuration
  }

  /// Whether some schema is for certain files only.
  package var hasSchemasOfFiles: Bool { schemas.contains(where: \.isAssigned) }

  /// The same for one file: with the schemas that are for it, then those for all files.
  ///
  /// - Parameter names: the names of its path, seen from the configuration's folder
  package func forFile(_ names: some Collection<String>) -> Configuration {
    guard hasSchemasOfFiles else { return self }
    let path = names.map { Array($0.utf8) }
    var configuration = self
    configuration.schemas =
      schemas.filter { $0.paths?.contains { $0.matches(path) } == true }
      + schemas.filter { !$0.isAssigned }
    return configuration
  }

  /// Whether rows are read for their layout alone: without a schema and without rules.
  package private(set) var isForLayout = false

  /// The same for reading the layout alone.
  package var forLayout: Configuration {
    var configuration = self
    configuration.schemas = []
    configuration.isForLayout = true
    return configuration
  }

  /// The severity of a rule that has one without a configuration, nil if the rule is off.
  package func severity(of rule: RuleCode, standard: Severity) -> Severity? {
    severities[rule] ?? standard
  }

  /// The configuration that a file gives on top of the built-in one.
  ///
  /// What is wrong is reported with its place and left out; the rest is in force.
  ///
  /// - Parameter rules: the codes of all rules
  package static func read(
    _ source: [UInt8], rules: some Sequence<RuleCode>
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    let codes = Set(rules)
    return read(source) { configuration, value, reader in
      configuration.apply(value, rules: codes, &reader)
    }
  }

  /// The built-in configuration with the schema of a file instead of the built-in one.
  package static func readSchema(
    _ source: [UInt8]
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    read(source) { configuration, value, reader in configuration.applySchema(value, &reader) }
  }

  private static func read(
    _ source: [UInt8], _ apply: (inout Configuration, JSONValue, inout SchemaReader) -> Void
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    var configuration = Configuration.standard
    do {
      let value = try JSONReader.parse(source)
      var reader = SchemaReader()
      apply(&configuration, value, &reader)
      return (configuration, reader.problems)
    } catch {
      let place = min(error.byteOffset, source.count)
      let problem = ConfigurationProblem(
        message: "Not valid JSON: \(error.message)", byteRange: place..<min(place + 1, source.count)
      )
      return (configuration, [problem])
    }
  }

  /// The settings, in the order in which they are applied: members of an object have no order, but
  /// schemas refer to vocabularies, and terms and fields to schemas.
  private static let settings: [(name: String, apply: Setting)] = [
    ("style", { $0.applyStyle($1, &$2) }),
    ("maxProblems", { $0.applyProblemCountMax($1, &$2) }),
    ("associations", { $0.applyAssociations($1, &$2) }),
    ("vocabularies", { $0.applyVocabularies($1, &$2) }),
    ("schema", { $0.applySchema($1, &$2) }), ("schemas", { $0.applySchemas($1, &$2) }),
    ("terms", { $0.applyTerms($1, &$2) }), ("fields", { $0.applyFields($1, &$2) }),
  ]

  private typealias Setting =
    @Sendable (inout Configuration, JSONValue, inout SchemaReader) -> Void

  private mutating func apply(
    _ value: JSONValue, rules: Set<RuleCode>, _ reader: inout SchemaReader
  ) {
    guard let members = value.object else {
      reader.report("The configuration must be an object", at: value)
      return
    }
    let names = ["rules"] + Self.settings.map(\.name)
    let knownNames = Set(names)
    var known: [String: JSONMember] = [:]
    for member in members {
      if knownNames.contains(member.key) {
        if let earlier = known.updateValue(member, forKey: member.key) {
          reader.members.report(
            "\"\(member.key)\" is given twice: only the last one counts", at: earlier)
        }
      } else if member.key != "$schema", !member.key.contains(":") {
        reader.members.report(
          "There is no setting \"\(Quotation.of(member.key))\"; settings are "
            + names.joined(separator: ", "), at: member)
      }
    }
    if let member = known["rules"] { applyRules(member.value, rules, &reader) }
    for setting in Self.settings {
      if let member = known[setting.name] { setting.apply(&self, member.value, &reader) }
    }
  }

  private mutating func applyRules(
    _ value: JSONValue, _ codes: Set<RuleCode>, _ reader: inout SchemaReader
  ) {
    guard let members = value.object else {
      return reader.report("\"rules\" must be an object of rule codes", at: value)
    }
    for member in members {
      let rule = RuleCode(member.key)
      guard codes.contains(rule) else {
        reader.report(
          "There is no rule \"\(Quotation.of(member.key))\"",
          at: JSONValue(.null, byteRange: member.keyByteRange))
        continue
      }
      switch member.value.string {
      case "off"?: severities[rule] = .some(nil)
      case "on"?: severities[rule] = nil
      case let name?:
        if let severity = Severity(name: name) {
          severities[rule] = severity
        } else {
          fallthrough
        }
      default:
        reader.report(
          "A rule must be \"off\", \"on\", \"error\", \"warning\", \"information\" or \"hint\"",
          at: member.value)
      }
    }
  }

  private mutating func applyStyle(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let style = value.string.flatMap(TableStyle.init(rawValue:)) else {
      return reader.report(
        "\"style\" must be \"auto\", \"aligned\" or \"compact\"", at: value)
    }
    self.style = style
  }

  private mutating func applyProblemCountMax(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let count = value.int, count >= 1 else {
      return reader.report("\"maxProblems\" must be a whole number of at least 1", at: value)
    }
    problemCountMax = count
  }

  private mutating func applyAssociations(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let flag = value.bool else {
      return reader.report("\"associations\" must be true or false", at: value)
    }
    showsAssociations = flag
  }

  private mutating func applyTerms(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let members = value.object else {
      return reader.report("\"terms\" must be an object of vocabulary names", at: value)
    }
    let names = Set(schemas.flatMap(\.vocabularies.keys))
    var added: [String: [Term]] = [:]
    for member in members {
      guard names.contains(member.key) else {
        reader.members.reportNoVocabulary(
          member.key, among: names, atBytes: member.keyByteRange)
        continue
      }
      guard let items = member.value.array else {
        reader.report("The terms of a vocabulary must be an array", at: member.value)
        continue
      }
      added[member.key, default: []] += VocabularyReader.terms(
        reader.members.admitted(items, .labels), &reader.members)
    }
    for (name, terms) in added.sorted(by: { $0.key < $1.key }) {
      add(terms, to: name, at: value, &reader)
    }
  }

  /// Adds terms to the vocabulary of a name in all schemas, each vocabulary once.
  private mutating func add(
    _ terms: [Term], to name: String, at place: JSONValue, _ reader: inout SchemaReader
  ) {
    var extended: [ObjectIdentifier: Vocabulary] = [:]
    for index in schemas.indices {
      guard let known = schemas[index].vocabularies[name] else { continue }
      if extended[ObjectIdentifier(known)] == nil {
        let count = extended.isEmpty ? 0 : terms.count
        guard reader.members.admit(count, .labels, at: { _ in place }) == count else { return }
        extended[ObjectIdentifier(known)] = known.adding(terms)
      }
      schemas[index].vocabularies[name] = extended[ObjectIdentifier(known)]
    }
  }

  private mutating func applyFields(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let items = value.array, !schemas.isEmpty else {
      return reader.report("\"fields\" must be an array", at: value)
    }
    let fields = reader.members.admitted(items, .other)
    var columns = schemas[0].columns
    let hadKey = columns.contains(where: \.isKey)
    let indices = Dictionary(
      columns.indices.map { (columns[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    let fieldReader = FieldReader(vocabularies: schemas[0].vocabularies)
    for column in fieldReader.columns(fields, &reader.members) {
      if let known = indices[column.name] {
        columns[known] = column
      } else {
        columns.append(column)
      }
    }
    schemas[0].columns = columns
    // A schema without a key was reported before.
    if hadKey { reader.finishKey(of: &schemas[0], fields, at: value) }
  }

  private mutating func applyVocabularies(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let items = value.array else {
      return reader.report("\"vocabularies\" must be an array", at: value)
    }
    for item in reader.members.admitted(items, .other) {
      guard let vocabulary = VocabularyReader.vocabulary(item, &reader.members) else { continue }
      reader.add(vocabulary)
      for index in schemas.indices { schemas[index].vocabularies[vocabulary.name] = vocabulary }
    }
  }

  /// Applies several schemas, of which the first that fits a table counts.
  private mutating func applySchemas(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let items = value.array, !items.isEmpty else {
      return reader.report("\"schemas\" must be an array of schemas or \"builtin\"", at: value)
    }
    let read = reader.members.admitted(items, .other).compactMap { item -> Schema? in
      if item.string == "builtin" {
        var schema = BuiltIn.schema
        schema.vocabularies.merge(reader.ownVocabularies) { $1 }
        return schema
      }
      return reader.schema(item, vocabularies: BuiltIn.schema.vocabularies)
    }
    if !read.isEmpty { schemas = read }
  }

  private mutating func applySchema(_ value: JSONValue, _ reader: inout SchemaReader) {
    if value.string == "builtin" { return }
    let vocabularies = BuiltIn.schema.vocabularies
    if let schema = reader.schema(value, vocabularies: vocabularies) { schemas = [schema] }
  }
}
