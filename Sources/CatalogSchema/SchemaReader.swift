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
    if let name = string(value, "name") { schema.name = name }
    if let title = string(value, "title") { schema.title = title }
    for vocabulary in items(value, "vocabularies") {
      if let read = self.vocabulary(vocabulary) { schema.vocabularies[read.name] = read }
    }
    for field in items(value, "fields") {
      if let column = column(field, vocabularies: schema.vocabularies) {
        schema.columns.append(column)
      }
    }
    return schema
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
    if let constraints = value["constraints"] {
      column.isRequired = flag(constraints, "required")
      column.isUnique = flag(constraints, "unique")
    }
    if let delimiter = string(value, "delimiter") { column.delimiter = delimiter }
    column.headerAliases = strings(value, "mdcatalog:headerAliases")
    if let vocabulary = string(value, "mdcatalog:vocabulary") {
      if vocabularies[vocabulary] == nil, let place = value["mdcatalog:vocabulary"] {
        report("There is no vocabulary \"\(vocabulary)\"", at: place)
      }
      column.kind = .terms(vocabulary: vocabulary)
    }
    if value["mdcatalog:closed"] != nil { column.isClosed = flag(value, "mdcatalog:closed") }
    return column
  }

  /// A vocabulary: its name and its concepts.
  mutating func vocabulary(_ value: JSONValue) -> Vocabulary? {
    guard let name = string(value, "name") else {
      if value["name"] == nil { report("A vocabulary needs a \"name\"", at: value) }
      return nil
    }
    return Vocabulary(name: name, terms: items(value, "concepts").compactMap { term($0) })
  }

  /// A SKOS concept, or a string that is its preferred label.
  mutating func term(_ value: JSONValue) -> Term? {
    if let label = value.string { return checked(label, value).map { Term(prefLabel: $0) } }
    guard let label = string(value, "prefLabel").flatMap({ checked($0, value) }) else {
      if value["prefLabel"] == nil { report("A term needs a \"prefLabel\"", at: value) }
      return nil
    }
    return Term(
      prefLabel: label, altLabels: strings(value, "altLabel"),
      hiddenLabels: strings(value, "hiddenLabel"), definition: string(value, "definition"),
      broader: string(value, "broader"), notation: string(value, "notation"))
  }

  private mutating func checked(_ label: String, _ value: JSONValue) -> String? {
    if label.allSatisfy(\.isWhitespace) {
      report("A label must not be empty", at: value)
      return nil
    }
    return label
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
