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

  /// The same with the schemas of another.
  package func with(schemasOf other: Configuration) -> Configuration {
    var configuration = self
    configuration.schemas = other.schemas
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

  /// The severity of a rule, nil where it is off.
  package func severity(of rule: RuleCode) -> Severity? {
    severities[rule] ?? rule.defaultSeverity
  }

  /// The configuration that a file gives on top of the built-in one.
  ///
  /// Total: what is wrong is reported with its place and left out, the rest is in force.
  package static func read(
    _ source: [UInt8]
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    var configuration = Configuration.standard
    do {
      let value = try JSONReader.parse(source)
      var reader = SchemaReader()
      configuration.apply(value, &reader)
      return (configuration, reader.problems)
    } catch {
      let place = min(error.byteOffset, source.count)
      let problem = ConfigurationProblem(
        message: "Not valid JSON: \(error.message)", byteRange: place..<min(place + 1, source.count)
      )
      return (configuration, [problem])
    }
  }

  /// The built-in configuration with the schema of a file in the place of the built-in schema.
  package static func readSchema(
    _ source: [UInt8]
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    var configuration = Configuration.standard
    do {
      let value = try JSONReader.parse(source)
      var reader = SchemaReader()
      let vocabularies = BuiltIn.schema.vocabularies
      if let schema = reader.schema(value, vocabularies: vocabularies) {
        configuration.schemas = [schema]
      }
      return (configuration, reader.problems)
    } catch {
      let place = min(error.byteOffset, source.count)
      let problem = ConfigurationProblem(
        message: "Not valid JSON: \(error.message)", byteRange: place..<min(place + 1, source.count)
      )
      return (configuration, [problem])
    }
  }

  private mutating func apply(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let members = value.object else {
      reader.report("The configuration must be an object", at: value)
      return
    }
    for member in members {
      switch member.key {
      case "rules": applyRules(member.value, &reader)
      case "style": applyStyle(member.value, &reader)
      case "maxProblems": applyProblemCountMax(member.value, &reader)
      case "terms": applyTerms(member.value, &reader)
      case "fields": applyFields(member.value, &reader)
      case "schema": applySchema(member.value, &reader)
      case "$schema": break
      default:
        if member.key.contains(":") { break }
        reader.report(
          "There is no setting \"\(member.key)\"; settings are rules, style, maxProblems, terms, "
            + "fields, schema", at: JSONValue(.null, byteRange: member.keyByteRange))
      }
    }
  }

  private mutating func applyRules(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let members = value.object else {
      return reader.report("\"rules\" must be an object of rule codes", at: value)
    }
    for member in members {
      guard let rule = RuleCode(rawValue: member.key) else {
        reader.report(
          "There is no rule \"\(member.key)\"",
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

  private mutating func applyTerms(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let members = value.object else {
      return reader.report("\"terms\" must be an object of vocabulary names", at: value)
    }
    for member in members {
      guard schemas.contains(where: { $0.vocabularies[member.key] != nil }) else {
        reader.report(
          "There is no vocabulary \"\(member.key)\"",
          at: JSONValue(.null, byteRange: member.keyByteRange))
        continue
      }
      guard let items = member.value.array else {
        reader.report("The terms of a vocabulary must be an array", at: member.value)
        continue
      }
      let terms = items.compactMap { reader.term($0) }
      for index in schemas.indices {
        for term in terms { schemas[index].vocabularies[member.key]?.add(term) }
      }
    }
  }

  private mutating func applyFields(_ value: JSONValue, _ reader: inout SchemaReader) {
    guard let items = value.array, !schemas.isEmpty else {
      return reader.report("\"fields\" must be an array", at: value)
    }
    for item in items {
      guard let column = reader.column(item, vocabularies: schemas[0].vocabularies) else {
        continue
      }
      if let known = schemas[0].columns.firstIndex(where: { $0.name == column.name }) {
        schemas[0].columns[known] = column
      } else {
        schemas[0].columns.append(column)
      }
    }
  }

  private mutating func applySchema(_ value: JSONValue, _ reader: inout SchemaReader) {
    if value.string == "builtin" { return }
    let vocabularies = BuiltIn.schema.vocabularies
    if let schema = reader.schema(value, vocabularies: vocabularies) { schemas = [schema] }
  }
}
