/// What `.mdcatalog.json` and the built-in schema say.
package struct Configuration: Sendable {
  /// Problems per file that an editor is sent unless a configuration says otherwise.
  package static let standardProblemCountMax = 500

  /// The severities that differ from the rules' own; `.some(nil)` switches a rule off.
  package internal(set) var severities: [RuleCode: Severity?] = [:]
  /// The layout of tables.
  package internal(set) var style = TableStyle.auto
  /// Problems per file that an editor is sent, at most.
  package internal(set) var problemCountMax = Configuration.standardProblemCountMax
  /// Whether rows are compared by terms that often occur together.
  package internal(set) var showsAssociations = false
  /// The schemas in force; the first that fits a table's headers counts.
  package internal(set) var schemas: [Schema]
  /// The texts that are no value where a schema has no others.
  package internal(set) var missingValues = MissingValues.standard
  /// The phrases by which one dataset's row mentions another dataset.
  package let cues: MentionCues

  /// The built-in configuration.
  package static let standard = Configuration(schemas: [BuiltIn.schema], cues: BuiltIn.cues)

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
}
