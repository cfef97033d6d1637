import JSONText

/// Reads fields of a Table Schema (v2), with our own properties, as columns.
struct FieldReader {
  /// The vocabularies that fields can name.
  let vocabularies: [String: Vocabulary]

  /// The columns of fields; of two with one name the first counts.
  func columns(_ fields: [JSONValue], _ members: inout MemberReader) -> [Column] {
    var names: Set<String> = []
    return fields.compactMap { field in
      guard let column = column(field, &members) else { return nil }
      if names.insert(column.name).inserted { return column }
      members.report(
        "There are two fields \"\(Quotation.of(column.name))\": rename or remove one",
        at: field["name"] ?? field)
      return nil
    }
  }

  private func column(_ field: JSONValue, _ members: inout MemberReader) -> Column? {
    guard let name = members.string(field, "name") else {
      if field["name"] == nil { members.report("A field must have a \"name\"", at: field) }
      return nil
    }
    var column = Column(
      name: name, title: members.string(field, "title") ?? name,
      headerAliases: members.strings(field, "mdcatalog:headerAliases"))
    column.description = members.string(field, "description") ?? ""
    column.isKey = members.flag(field, "mdcatalog:key")
    column.isLinked = members.flag(field, "mdcatalog:link")
    column.isSorted = members.flag(field, "mdcatalog:sorted")
    if let delimiter = delimiter(field, &members) { column.delimiter = delimiter }
    takeVocabulary(field, &column, &members)
    takeType(field, &column, &members)
    takeConstraints(field, &column, &members)
    if field["mdcatalog:closed"] != nil {
      column.isClosed = members.flag(field, "mdcatalog:closed")
    }
    return column
  }

  private func delimiter(_ field: JSONValue, _ members: inout MemberReader) -> String? {
    guard let delimiter = members.string(field, "delimiter") else { return nil }
    let isBlank = delimiter.allSatisfy(\.isWhitespace)
    if isBlank || delimiter.contains(where: { $0 == "|" || $0.isNewline }) {
      members.report(
        "A delimiter must hold a character other than a space, and no pipe or line break",
        at: field["delimiter"] ?? field)
      return nil
    }
    return delimiter
  }

  private func takeVocabulary(
    _ field: JSONValue, _ column: inout Column, _ members: inout MemberReader
  ) {
    guard let vocabulary = members.string(field, "mdcatalog:vocabulary") else { return }
    if vocabularies[vocabulary] == nil {
      members.reportNoVocabulary(
        vocabulary, among: vocabularies.keys,
        atBytes: (field["mdcatalog:vocabulary"] ?? field).byteRange)
    }
    column.kind = .terms(vocabulary: vocabulary)
  }

  // MARK: Types

  /// The types of Table Schema v2.
  private static let types: Set = [
    "string", "list", "number", "integer", "boolean", "object", "array", "datetime", "date",
    "time", "year", "yearmonth", "duration", "geopoint", "geojson", "any",
  ]

  /// Takes what a field's type says of the column; what it says of values is a constraint.
  private func takeType(
    _ field: JSONValue, _ column: inout Column, _ members: inout MemberReader
  ) {
    guard let type = members.string(field, "type") else { return }
    if !Self.types.contains(type) {
      return members.report(
        "There is no type \"\(Quotation.of(type))\": use \"list\" for several values in a cell, "
          + "\"string\" for one", at: field["type"] ?? field)
    }
    column.isSingle = !["list", "array", "any"].contains(type)
    if type == "string", members.string(field, "format") == "uri" { column.isLinked = true }
    if type == "boolean" { takeTruthValues(field, &column, &members) }
  }

  /// Table Schema's `trueValues` and `falseValues`, or its defaults.
  private func takeTruthValues(
    _ field: JSONValue, _ column: inout Column, _ members: inout MemberReader
  ) {
    let standard = [
      ("trueValues", ["true", "True", "TRUE", "1"]),
      ("falseValues", ["false", "False", "FALSE", "0"]),
    ]
    let labels = standard.flatMap { key, values in
      field[key] == nil ? values : VocabularyReader.labels(field, key, &members)
    }
    let terms = labels.map { Term(prefLabel: $0).knownWithoutCode }
    column.kind = .values(Vocabulary(name: column.name, terms: terms))
  }

  // MARK: Constraints

  private func takeConstraints(
    _ field: JSONValue, _ column: inout Column, _ members: inout MemberReader
  ) {
    if let constraints = field["constraints"] {
      if constraints.object == nil {
        members.report("\"constraints\" must be an object", at: constraints)
      }
      column.isRequired = members.flag(constraints, "required")
      column.isUnique = members.flag(constraints, "unique")
      if constraints["enum"] != nil {
        let terms = VocabularyReader.terms(members.items(constraints, "enum", .labels), &members)
        column.kind = .values(Vocabulary(name: column.name, terms: terms))
      }
    }
    var isText = false
    if case .text = column.kind { isText = true }
    column.constraints = ValueConstraints(FieldSource(field, isText: isText), &members)
    if !isText, members.flag(field, "mdcatalog:code") { writeTermsInCode(&column) }
  }

  private func writeTermsInCode(_ column: inout Column) {
    switch column.kind {
    case .text: break
    case .terms: column.isCode = true
    case .values(let values): column.kind = .values(values.inCode)
    }
  }
}

extension MemberReader {
  /// Reports that a vocabulary is unknown, with the names of some that are known.
  mutating func reportNoVocabulary(
    _ name: String, among names: some Collection<String>, atBytes range: Range<Int>
  ) {
    report(
      "There is no vocabulary \"\(Quotation.of(name))\"; vocabularies are \(Self.listed(names))",
      at: JSONValue(.null, byteRange: range))
  }

  private static func listed(_ names: some Collection<String>) -> String {
    let shown = names.sorted().prefix(SchemaLimits.shownNameCountMax)
      .map { "\"\(Quotation.of($0))\"" }
    return shown.joined(separator: ", ") + (shown.count < names.count ? ", …" : "")
  }
}
