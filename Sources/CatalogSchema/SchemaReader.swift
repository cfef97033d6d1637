import JSONText

/// Something wrong in a configuration or schema file, and where.
package struct ConfigurationProblem: Sendable, Equatable {
  /// What is wrong and what to do.
  package var message: String
  /// The bytes it is about.
  package var byteRange: Range<Int>

  /// A problem from its parts.
  package init(message: String, byteRange: Range<Int>) {
    self.message = message
    self.byteRange = byteRange
  }
}

/// Reads schema files: Table Schema v2 fields and SKOS concepts, our own properties with a prefix.
struct SchemaReader {
  private(set) var problems: [ConfigurationProblem] = []
  /// The vocabularies of the configuration, which all its schemas have.
  private(set) var ownVocabularies: [String: Vocabulary] = [:]

  mutating func report(_ message: String, at value: JSONValue) {
    problems.append(ConfigurationProblem(message: message, byteRange: value.byteRange))
  }

  /// The schema that a file describes; what is wrong in it is left out and reported.
  mutating func schema(_ value: JSONValue, vocabularies: [String: Vocabulary]) -> Schema? {
    guard value.object != nil else {
      report("A schema must be an object", at: value)
      return nil
    }
    var schema = Schema(name: "schema", columns: [], vocabularies: vocabularies)
    schema.vocabularies.merge(ownVocabularies) { $1 }
    if let name = string(value, "name") { schema.name = name }
    if let title = string(value, "title") { schema.title = title }
    for vocabulary in items(value, "vocabularies") {
      guard let read = self.vocabulary(vocabulary) else { continue }
      schema.vocabularies[read.name] = ownVocabularies[read.name] ?? read
    }
    let fields = items(value, "fields")
    schema.columns = columns(fields, vocabularies: schema.vocabularies)
    if fields.isEmpty, value["fields"]?.array != nil || value["fields"] == nil {
      report("A schema needs \"fields\": an array with a field for each column", at: value)
    }
    if schema.columns.isEmpty { return nil }
    takePrimaryKey(value, &schema)
    finishKey(of: &schema, fields, at: value["fields"] ?? value)
    schema.rowCountMin = count(value, "mdcatalog:minimumRows") ?? 0
    schema.paths = paths(value)
    return schema
  }

  /// Table Schema v2 *primaryKey*: the first field is the key, where no field says that it is; of
  /// several all together tell rows apart.
  private mutating func takePrimaryKey(_ value: JSONValue, _ schema: inout Schema) {
    let names = strings(value, "primaryKey")
    for name in names where !schema.columns.contains(where: { $0.name == name }) {
      report("There is no field \"\(Quotation.of(name))\"", at: value["primaryKey"] ?? value)
      return
    }
    if names.count > 1 { schema.compositeKey = names }
    guard !schema.columns.contains(where: \.isKey),
      let index = schema.columns.firstIndex(where: { $0.name == names.first })
    else { return }
    schema.columns[index].isKey = true
  }

  /// Sees to it that one field is the key, that no two rows have the same one where it alone tells
  /// rows apart, and that rows are ordered by no other.
  ///
  /// - Parameters:
  ///   - fields: what some of the columns, or all, were read from; of others nothing is said
  ///   - place: where all of them stand
  mutating func finishKey(of schema: inout Schema, _ fields: [JSONValue], at place: JSONValue) {
    func refuse(_ property: String, of column: Column, _ message: String) {
      let field = fields.first { $0["name"]?.string == column.name }
      if let value = field?[property] { report(message, at: value) }
    }
    let keys = schema.columns.indices.filter { schema.columns[$0].isKey }
    if keys.isEmpty {
      report(
        "No field is the key by which rows are known: give one \"mdcatalog:key\": true", at: place)
    }
    for key in keys.dropFirst() {
      refuse("mdcatalog:key", of: schema.columns[key], "Only one field can be the key")
    }
    for column in schema.columns where column.isSorted && !column.isKey {
      refuse("mdcatalog:sorted", of: column, "Rows are ordered by the key alone")
    }
    if schema.compositeKey.isEmpty, let key = keys.first { schema.columns[key].isUnique = true }
  }

  /// Adds a vocabulary that all schemas of the configuration have.
  mutating func add(_ vocabulary: Vocabulary) { ownVocabularies[vocabulary.name] = vocabulary }

  /// The files that a schema is for.
  private mutating func paths(_ value: JSONValue) -> [PathPattern]? {
    if value["mdcatalog:files"] == nil { return nil }
    return strings(value, "mdcatalog:files").compactMap { text in
      let pattern = PathPattern(text.utf8)
      if pattern == nil {
        report(
          "\"\(Quotation.of(text))\" is no pattern for paths such as \"lists/**/*.md\"",
          at: value["mdcatalog:files"] ?? value)
      }
      return pattern
    }
  }

  /// The columns of fields; of two with one name the first counts.
  mutating func columns(
    _ fields: [JSONValue], vocabularies: [String: Vocabulary]
  ) -> [Column] {
    var columns: [Column] = []
    var names: Set<String> = []
    for field in fields {
      guard let column = column(field, vocabularies: vocabularies) else { continue }
      guard names.insert(column.name).inserted else {
        report("There are two fields \"\(Quotation.of(column.name))\"", at: field["name"] ?? field)
        continue
      }
      columns.append(column)
    }
    return columns
  }

  /// A field of a Table Schema.
  mutating func column(_ value: JSONValue, vocabularies: [String: Vocabulary]) -> Column? {
    guard let name = string(value, "name") else {
      if value["name"] == nil { report("A field needs a \"name\"", at: value) }
      return nil
    }
    var column = Column(name: name, title: string(value, "title") ?? name)
    column.description = string(value, "description") ?? ""
    column.isKey = flag(value, "mdcatalog:key")
    column.isLinked = flag(value, "mdcatalog:link")
    column.isSorted = flag(value, "mdcatalog:sorted")
    if let delimiter = delimiter(value) { column.delimiter = delimiter }
    column.headerAliases = strings(value, "mdcatalog:headerAliases")
    if let vocabulary = string(value, "mdcatalog:vocabulary") {
      if vocabularies[vocabulary] == nil {
        reportNoVocabulary(
          vocabulary, among: vocabularies.keys, at: value["mdcatalog:vocabulary"] ?? value)
      }
      column.kind = .terms(vocabulary: vocabulary)
    }
    takeConstraints(value, &column)
    if value["mdcatalog:closed"] != nil { column.isClosed = flag(value, "mdcatalog:closed") }
    return column
  }

  private mutating func delimiter(_ value: JSONValue) -> String? {
    guard let delimiter = string(value, "delimiter") else { return nil }
    let isBlank = delimiter.allSatisfy(\.isWhitespace)
    if isBlank || delimiter.contains(where: { $0 == "|" || $0.isNewline }) {
      report(
        "A delimiter must hold a sign, and neither a pipe nor a line break",
        at: value["delimiter"] ?? value)
      return nil
    }
    return delimiter
  }

  /// Says that a vocabulary is unknown, and which there are.
  mutating func reportNoVocabulary(
    _ name: String, among names: some Collection<String>, at place: JSONValue
  ) {
    let list = names.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    report("There is no vocabulary \"\(Quotation.of(name))\"; vocabularies are \(list)", at: place)
  }

  /// A vocabulary: its name and its concepts.
  mutating func vocabulary(_ value: JSONValue) -> Vocabulary? {
    guard let name = string(value, "name") else {
      if value["name"] == nil { report("A vocabulary needs a \"name\"", at: value) }
      return nil
    }
    if value["concepts"] == nil {
      report("A vocabulary needs \"concepts\": an array of its terms", at: value)
    }
    return Vocabulary(name: name, terms: items(value, "concepts").compactMap { term($0) })
  }

  /// A SKOS concept, or a string or number that is its preferred label.
  mutating func term(_ value: JSONValue) -> Term? {
    if let label = value.string ?? value.number?.text {
      return checked(label, value).map { Term(prefLabel: $0).knownWithoutCode }
    }
    guard let label = string(value, "prefLabel").flatMap({ checked($0, value) }) else {
      if value["prefLabel"] == nil { report("A term needs a \"prefLabel\"", at: value) }
      return nil
    }
    return Term(
      prefLabel: label, altLabels: labels(value, "altLabel"),
      hiddenLabels: labels(value, "hiddenLabel"), definition: string(value, "definition"),
      broader: string(value, "broader"), notation: string(value, "notation")
    ).knownWithoutCode
  }

  private mutating func labels(_ value: JSONValue, _ key: String) -> [String] {
    strings(value, key).compactMap { checked($0, value[key] ?? value) }
  }

  /// A label as a cell can have it.
  mutating func checked(_ label: String, _ value: JSONValue) -> String? {
    if label.contains(where: \.isNewline) {
      report("A label must not hold a line break", at: value)
      return nil
    }
    let scalars = label.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else {
      report("A label must not be empty", at: value)
      return nil
    }
    return String(scalars[start...last])
  }

  // MARK: Typed members

  mutating func string(_ value: JSONValue, _ key: String) -> String? {
    guard let member = value[key] else { return nil }
    if member.string == nil { report("\"\(key)\" must be a string", at: member) }
    return member.string
  }

  mutating func flag(_ value: JSONValue, _ key: String) -> Bool {
    guard let member = value[key] else { return false }
    if member.bool == nil { report("\"\(key)\" must be true or false", at: member) }
    return member.bool ?? false
  }

  /// A whole number that is not negative.
  mutating func count(_ value: JSONValue, _ key: String) -> Int? {
    guard let member = value[key] else { return nil }
    if let count = member.int, count >= 0 { return count }
    report("\"\(key)\" must be a whole number of at least 0", at: member)
    return nil
  }

  mutating func items(_ value: JSONValue, _ key: String) -> [JSONValue] {
    guard let member = value[key] else { return [] }
    if member.array == nil { report("\"\(key)\" must be an array", at: member) }
    return member.array ?? []
  }

  mutating func strings(_ value: JSONValue, _ key: String) -> [String] {
    if let one = value[key]?.string { return [one] }
    return items(value, key).compactMap { item in
      if item.string == nil { report("\"\(key)\" must hold strings", at: item) }
      return item.string
    }
  }
}
