import CatalogSchema
import JSONText

/// Inferred schemas as JSON of a configuration file.
enum SchemaText {
  /// The configuration with the schemas and the rules that only give hints.
  static func configuration(
    of schemas: [InferredSchema], hints: Set<RuleCode>
  ) -> JSONValue {
    let values = schemas.map(schema)
    let severities = hints.sorted().map { ($0.rawValue, JSONValue.string("hint")) }
    let rules = severities.isEmpty ? [] : [("rules", JSONValue.object(severities))]
    return .object(
      [schemas.count == 1 ? ("schema", values[0]) : ("schemas", .array(values))] + rules)
  }

  private static func schema(_ schema: InferredSchema) -> JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(schema.name))]
    if let key = schema.columns.first(where: \.isKey) {
      members.append(("primaryKey", .string(key.name)))
    }
    members.append(("fields", .array(schema.columns.map(field))))
    let vocabularies = schema.columns.compactMap(vocabulary)
    if !vocabularies.isEmpty { members.append(("vocabularies", .array(vocabularies))) }
    return .object(members)
  }

  private static func field(_ column: InferredColumn) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(column.name)), ("title", .string(column.title)),
    ]
    members += type(of: column)
    var constraints: [(String, JSONValue)] = []
    if column.isRequired { constraints.append(("required", .bool(true))) }
    if column.isUnique || column.isKey { constraints.append(("unique", .bool(column.isUnique))) }
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    let flags = [
      ("mdcatalog:link", column.isLinked), ("mdcatalog:sorted", column.isSorted),
      ("mdcatalog:startsWithCapital", column.startsWithCapital),
      ("mdcatalog:noFinalPunctuation", column.endsWithoutPunctuation),
    ]
    members += flags.filter(\.1).map { ($0.0, .bool(true)) }
    if !column.isClosed { members.append(("mdcatalog:closed", .bool(false))) }
    return .object(members)
  }

  private static func type(of column: InferredColumn) -> [(String, JSONValue)] {
    switch column.kind {
    case .text: [("type", .string("string"))]
    case .value(let type): [("type", .string(type))]
    case .url: [("type", .string("string")), ("format", .string("uri"))]
    case .boolean(let yes, let no):
      [
        ("type", .string("boolean")), ("trueValues", .array([.string(yes)])),
        ("falseValues", .array([.string(no)])),
      ]
    case .terms(_, nil):
      [("type", .string("string")), ("mdcatalog:vocabulary", .string(column.name))]
    case .terms(_, let delimiter?):
      [
        ("type", .string("list")), ("delimiter", .string(delimiter)),
        ("mdcatalog:vocabulary", .string(column.name)),
      ]
    }
  }

  private static func vocabulary(_ column: InferredColumn) -> JSONValue? {
    guard case .terms(let terms, _) = column.kind else { return nil }
    let concepts = terms.map { term in
      var members: [(String, JSONValue)] = [("prefLabel", .string(term.label))]
      if !term.otherLabels.isEmpty {
        members.append(("altLabel", .array(term.otherLabels.map { .string($0) })))
      }
      return JSONValue.object(members + [("mdcatalog:count", .int(term.count))])
    }
    return .object([("name", .string(column.name)), ("concepts", .array(concepts))])
  }
}
