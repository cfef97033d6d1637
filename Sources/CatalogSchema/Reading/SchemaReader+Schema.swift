import JSONText

/// Reads schema files: Table Schema v2 fields and SKOS concepts, our own properties with a prefix.
extension SchemaReader {
  /// The schema that a file describes; what is wrong in it is reported and left out.
  ///
  /// - Parameters:
  ///   - vocabularies: vocabularies that its fields can name
  ///   - own: those of the configuration, which replace the schema's
  mutating func schema(
    _ value: JSONValue, vocabularies: [String: Vocabulary], own: [String: Vocabulary] = [:]
  ) -> Schema? {
    guard value.object != nil else {
      report("A schema must be an object", at: value)
      return nil
    }
    var schema = Schema(
      name: string(value, "name") ?? "schema", columns: [],
      vocabularies: vocabularies.merging(own) { $1 })
    schema.title = string(value, "title") ?? ""
    for vocabulary in items(value, "vocabularies") {
      guard let read = self.vocabulary(vocabulary) else { continue }
      schema.vocabularies[read.name] = own[read.name] ?? read
    }
    let fields = items(value, "fields")
    schema.columns = columns(fields, schema.vocabularies)
    if fields.isEmpty, value["fields"]?.array != nil || value["fields"] == nil {
      report("A schema must have \"fields\": an array with a field for each column", at: value)
    }
    if schema.columns.isEmpty { return nil }
    readPrimaryKey(value, &schema)
    finishKey(of: &schema, fields, at: value["fields"] ?? value)
    schema.missingValues = missingValues(value)
    schema.rowCountMin = count(value, "mdcatalog:minimumRows") ?? 0
    schema.paths = paths(value)
    return schema
  }

  /// Table Schema v2 *primaryKey*: the first field is the key unless a field says that it is; the
  /// values of several fields together must differ from row to row.
  private mutating func readPrimaryKey(_ value: JSONValue, _ schema: inout Schema) {
    let names = strings(value, "primaryKey")
    let known = Set(schema.columns.map(\.name))
    if let name = names.first(where: { !known.contains($0) }) {
      return report(
        "There is no field \"\(Quotation.of(name))\"", at: value["primaryKey"] ?? value)
    }
    if names.count > 1 {
      var seen: Set<String> = []
      schema.compositeKey = names.filter { seen.insert($0).inserted }
    }
    guard !schema.columns.contains(where: \.isKey),
      let index = schema.columns.firstIndex(where: { $0.name == names.first })
    else { return }
    schema.columns[index].isKey = true
  }

  /// Checks that exactly one field is the key and that rows are sorted by no other; makes the key
  /// unique where there is no composite key and its field says nothing else.
  ///
  /// - Parameters:
  ///   - fields: the sources of the columns that problems are reported of
  ///   - place: the place of all fields
  mutating func finishKey(of schema: inout Schema, _ fields: [JSONValue], at place: JSONValue) {
    let sources = Dictionary(
      fields.map { ($0["name"]?.string ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    let keys = schema.columns.indices.filter { schema.columns[$0].isKey }
    if keys.isEmpty {
      report("No field is the key that names rows: give one \"mdcatalog:key\": true", at: place)
    }
    for key in keys.dropFirst() {
      if let value = sources[schema.columns[key].name]?["mdcatalog:key"] {
        report("Only one field can be the key", at: value)
      }
    }
    for column in schema.columns where column.isSorted && !column.isKey {
      if let value = sources[column.name]?["mdcatalog:sorted"] {
        report("Only the key can have \"mdcatalog:sorted\": rows are sorted by name", at: value)
      }
    }
    if schema.compositeKey.isEmpty, let key = keys.first, !schema.columns[key].mayRepeat {
      schema.columns[key].isUnique = true
    }
  }

  /// The files that a schema is for.
  private mutating func paths(_ value: JSONValue) -> [PathPattern]? {
    if value["mdcatalog:files"] == nil { return nil }
    return placedStrings(value, "mdcatalog:files", .other).compactMap { item in
      let pattern = PathPattern(item.text.utf8)
      if pattern == nil {
        report(
          "\"\(Quotation.of(item.text))\" must be a pattern for paths such as \"lists/**/*.md\"",
          at: item.value)
      }
      return pattern
    }
  }
}
