import JSONText

/// Reads fields of a Table Schema (v2), with our own properties, as columns.
extension SchemaReader {
  /// The columns of fields, which can name vocabularies; of two with one name the first counts.
  mutating func columns(
    _ fields: [JSONValue], _ vocabularies: [String: Vocabulary]
  ) -> [Column] {
    var names: Set<String> = []
    return fields.compactMap { field in
      guard let column = column(field, vocabularies) else { return nil }
      if names.insert(column.name).inserted { return column }
      report(
        "There are two fields \"\(Quotation.of(column.name))\": rename or remove one",
        at: field["name"] ?? field)
      return nil
    }
  }

  private mutating func column(
    _ field: JSONValue, _ vocabularies: [String: Vocabulary]
  ) -> Column? {
    guard let name = requiredString(field, "name", of: "A field") else { return nil }
    var column = Column(
      name: name, title: string(field, "title") ?? name,
      headerAliases: strings(field, "mdcatalog:headerAliases"))
    column.description = string(field, "description") ?? ""
    column.isKey = flag(field, "mdcatalog:key")
    column.isLinked = flag(field, "mdcatalog:link")
    column.isSorted = flag(field, "mdcatalog:sorted")
    readDelimiter(field, &column)
    if let vocabulary = string(field, "mdcatalog:vocabulary") {
      column.kind = .terms(vocabulary: vocabulary)
      if vocabularies[vocabulary] == nil {
        reportNoVocabulary(
          vocabulary, among: vocabularies.keys, at: field["mdcatalog:vocabulary"] ?? field)
      }
    }
    readType(field, &column)
    readConstraints(field, &column)
    column.missingValues = missingValues(field)
    column.isClosed = flag(field, "mdcatalog:closed", otherwise: true)
    column.isConfigured = true
    return column
  }

  private mutating func readDelimiter(_ field: JSONValue, _ column: inout Column) {
    guard let delimiter = string(field, "delimiter") else { return }
    let isBlank = delimiter.allSatisfy(\.isWhitespace)
    if isBlank || delimiter.contains(where: { $0 == "|" || $0.isNewline }) {
      return report(
        "A delimiter must hold a character other than a space, and no pipe or line break",
        at: field["delimiter"] ?? field)
    }
    column.delimiter = delimiter
  }

  /// The types of Table Schema v2.
  private static let types: Set = [
    "string", "list", "number", "integer", "boolean", "object", "array", "datetime", "date",
    "time", "year", "yearmonth", "duration", "geopoint", "geojson", "any",
  ]

  /// Reads what a field's type says of the column; what it says of values is a constraint.
  private mutating func readType(_ field: JSONValue, _ column: inout Column) {
    guard let type = string(field, "type") else { return }
    if !Self.types.contains(type) {
      return report(
        "There is no type \"\(Quotation.of(type))\": use \"list\" for several values in a cell, "
          + "\"string\" for one", at: field["type"] ?? field)
    }
    column.isSingle = !["list", "array", "any"].contains(type)
    if type == "string", string(field, "format") == "uri" { column.isURL = true }
    if column.isURL { column.isLinked = true }
    if type == "boolean" { readTruthValues(field, &column) }
  }

  /// Table Schema's `trueValues` and `falseValues`, or its defaults.
  private mutating func readTruthValues(_ field: JSONValue, _ column: inout Column) {
    let standard = [
      ("trueValues", ["true", "True", "TRUE", "1"]),
      ("falseValues", ["false", "False", "FALSE", "0"]),
    ]
    let labels = standard.flatMap { key, values in
      field[key] == nil ? values : self.labels(field, key)
    }
    let terms = labels.map { Self.configured(Term(prefLabel: $0)) }
    column.kind = .values(Vocabulary(name: column.name, terms: terms))
  }

  private mutating func readConstraints(_ field: JSONValue, _ column: inout Column) {
    _ = member(field, "constraints", "an object", \.object)
    let constraints = FieldSource(field: field, isText: false).constraints
    checkMembers(constraints, of: "A field’s \"constraints\"", Self.constraints)
    column.isRequired = flag(constraints, "required")
    column.isUnique = flag(constraints, "unique")
    column.mayRepeat = constraints["unique"]?.bool == false
    if constraints["enum"] != nil {
      let terms = placedTerms(items(constraints, "enum", .labels))
      checkBroader(terms)
      column.kind = .values(Vocabulary(name: column.name, terms: terms.map(\.term)))
    }
    column.constraints = ValueConstraints(
      FieldSource(field: field, isText: column.kind.isText), &self)
    guard !column.kind.isText, flag(field, "mdcatalog:code") else { return }
    column.isCode = true
    if case .values(let values) = column.kind { column.kind = .values(values.inCode) }
  }
}
