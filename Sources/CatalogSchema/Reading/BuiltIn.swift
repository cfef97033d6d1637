import JSONText

/// The data of `Grammar/` that the executable carries.
enum BuiltIn {
  /// The schema of dataset lists.
  static let schema: Schema = {
    var reader = SchemaReader()
    var vocabularies: [String: Vocabulary] = [:]
    for (name, table) in [
      ("task", Embedded.task), ("modality", Embedded.modality), ("dimension", Embedded.dimension),
    ] {
      vocabularies[name] = Vocabulary(name: name, terms: TermTable.terms(table))
    }
    var schema =
      reader.schema(parse(Embedded.dataset), vocabularies: vocabularies)
      ?? Schema(name: "none", columns: [], vocabularies: [:])
    schema.isBuiltIn = true
    schema.columns = schema.columns.map { column in
      var column = column
      column.isConfigured = false
      return column
    }
    return schema
  }()

  /// The same as the schema of a list whose configuration names it: its requirements hold whatever
  /// the rows have, and its preferred labels are the ones to write.
  static let configuredSchema: Schema = {
    var schema = BuiltIn.schema
    schema.isBuiltIn = false
    schema.columns = schema.columns.map { column in
      var column = column
      column.isConfigured = true
      return column
    }
    schema.vocabularies = schema.vocabularies.mapValues { vocabulary in
      Vocabulary(name: vocabulary.name, terms: vocabulary.terms.map(SchemaReader.configured))
    }
    return schema
  }()

  /// The phrases by which one dataset's row mentions another dataset.
  static let cues: MentionCues = {
    var reader = SchemaReader()
    let value = parse(Embedded.cues)
    return MentionCues(
      images: reader.strings(value, "images"), mentions: reader.strings(value, "mentions"))
  }()

  /// A test keeps the embedded data valid and equal to the files.
  private static func parse(_ source: StaticString) -> JSONValue {
    (try? JSONReader.parse(Array(source.description.utf8))) ?? .null
  }
}

/// Phrases before another dataset's name, in lower case.
package struct MentionCues: Sendable {
  /// Phrases before a dataset whose images are shared.
  package var images: [String]
  /// Phrases before a dataset that is mentioned otherwise.
  package var mentions: [String]
}
