import JSONText

/// What `.mdcatalog.json` and the built-in schema say.
package struct Configuration: Sendable {
  /// Problems per file that an editor is sent unless a configuration says otherwise.
  package static let standardProblemCountMax = 500

  /// The severities that differ from the rules' own; `.some(nil)` switches a rule off.
  package private(set) var severities: [RuleCode: Severity?] = [:]
  /// How tables are laid out.
  package private(set) var style = TableStyle.auto
  /// Problems per file that an editor is sent, at most.
  package private(set) var problemCountMax = Configuration.standardProblemCountMax
  /// Whether rows are compared by which terms go together.
  package private(set) var showsAssociations = false
  /// The schemas in force; the first that fits a table's headers counts.
  package private(set) var schemas: [Schema]
  /// How one dataset is mentioned in another's row.
  package let cues: MentionCues

  /// The built-in configuration.
  package static let standard = Configuration(schemas: [BuiltIn.schema], cues: BuiltIn.cues)

  init(schemas: [Schema], cues: MentionCues) {
    self.schemas = schemas
    self.cues = cues
  }

  /// The same with the schemas of another, which are for whatever file.
  package func with(schemasOf other: Configuration) -> Configuration {
    var configuration = self
    configuration.schemas = other.schemas.map { schema in
      var schema = schema
      schema.paths = nil
      return schema
    }
    return configuration
  }

  /// Whether some schema is for certain files, so that not all in a folder are read alike.
  package var hasSchemasOfFiles: Bool { schemas.contains(where: \.isAssigned) }

  /// The same for one file, by the names of its path as seen from the configuration's folder: with
  /// the schemas that are for it, then those that are for all.
  package func forFile(_ names: some Collection<String>) -> Configuration {
    guard hasSchemasOfFiles else { return self }
    let path = names.map { Array($0.utf8) }
    var configuration = self
    configuration.schemas =
      schemas.filter { $0.paths?.contains { $0.matches(path) } == true }
      + schemas.filter { !$0.isAssigned }
    return configuration
  }

  /// Whether rows are read for their layout alone: no column has a meaning and no rule looks at a
  /// row.
  package private(set) var isForLayout = false

  /// The same for a look at the layout alone.
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
  /// Total: what is wrong is reported with its place and left out, the rest is in force.
  ///
  /// - Parameter rules: the codes of the rules that there are
  package static func read(
    _ source: [UInt8], rules: some Sequence<RuleCode>
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    let codes = Set(rules)
    return read(source) { configuration, value, reader in
      configuration.apply(value, rules: codes, &reader)
    }
  }

  /// The built-in configuration with the schema of a file in the place of the built-in schema.
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

  /// The settings, in the order in which they are applied: members of an object have none, and one
  /// may speak of what another brings. Schemas take the vocabularies that were read before them.
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
    for member in members where member.key == "rules" {
      applyRules(member.value, rules, &reader)
    }
    for setting in Self.settings {
      for member in members where member.key == setting.name {
        setting.apply(&self, member.value, &reader)
      }
    }
    let names = ["rules"] + Self.settings.map(\.name)
    for member in members where !names.contains(member.key) {
      if member.key == "$schema" || member.key.contains(":") { continue }
      reader.report(
        "There is no setting \"\(Quotation.of(member.key))\"; settings are "
          + names.joined(separator: ", "),
        at: JSONValue(.null, byteRange: member.keyByteRange))
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
          "A rule is \"off\", \"on\", \"error\", \"warning\", \"information\" or \"hint\"",
          at: member.value)
      }
    }
  }

  private mutating func applyStyle(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let style = value.string.flatMap(TableStyle.init(rawValue:)) else {
      return reader.report("\"style\" is \"auto\", \"aligned\" or \"compact\"", at: value)
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
      return reader.report("\"associations\" is true or false", at: value)
    }
    showsAssociations = flag
  }

  private mutating func applyTerms(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let members = value.object else {
      return reader.report("\"terms\" must be an object of vocabulary names", at: value)
    }
    for member in members {
      guard schemas.contains(where: { $0.vocabularies[member.key] != nil }) else {
        reader.reportNoVocabulary(
          member.key, among: Set(schemas.flatMap(\.vocabularies.keys)),
          at: JSONValue(.null, byteRange: member.keyByteRange))
        continue
      }
      guard let items = member.value.array else {
        reader.report("The terms of a vocabulary must be an array", at: member.value)
        continue
      }
      let terms = items.compactMap { reader.term($0) }
      for index in schemas.indices {
        let known = schemas[index].vocabularies[member.key]
        schemas[index].vocabularies[member.key] = known?.adding(terms)
      }
    }
  }

  private mutating func applyFields(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let items = value.array, !schemas.isEmpty else {
      return reader.report("\"fields\" must be an array", at: value)
    }
    let hadKey = schemas[0].columns.contains(where: \.isKey)
    for column in reader.columns(items, vocabularies: schemas[0].vocabularies) {
      if let known = schemas[0].columns.firstIndex(where: { $0.name == column.name }) {
        schemas[0].columns[known] = column
      } else {
        schemas[0].columns.append(column)
      }
    }
    // Of a schema that had none it was said.
    if hadKey { reader.finishKey(of: &schemas[0], items, at: value) }
  }

  private mutating func applyVocabularies(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let items = value.array else {
      return reader.report("\"vocabularies\" must be an array", at: value)
    }
    for vocabulary in items.compactMap({ reader.vocabulary($0) }) {
      reader.add(vocabulary)
      for index in schemas.indices { schemas[index].vocabularies[vocabulary.name] = vocabulary }
    }
  }

  /// Several schemas, of which the first that fits counts.
  private mutating func applySchemas(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let items = value.array, !items.isEmpty else {
      return reader.report("\"schemas\" must be an array of schemas or \"builtin\"", at: value)
    }
    let read = items.compactMap { item -> Schema? in
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
