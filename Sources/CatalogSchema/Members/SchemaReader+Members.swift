import JSONText

/// Checks of members that belong together.
extension SchemaReader {
  /// The constraints of Table Schema v2.
  static let constraints: Set = [
    "required", "unique", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "minLength", "maxLength", "pattern", "jsonSchema",
  ]
  /// The labels, notes and relations of SKOS concepts.
  static let termMembers: Set = [
    "prefLabel", "altLabel", "hiddenLabel", "definition", "broader", "notation",
    "note", "scopeNote", "example", "editorialNote", "historyNote", "changeNote",
    "narrower", "related", "exactMatch", "closeMatch", "broadMatch", "narrowMatch",
    "relatedMatch", "inScheme", "topConceptOf", "id", "uri", "type", "source",
  ]

  /// Reports the members of an object that are not known; names of other tools have a colon, and
  /// those of JSON-LD and JSON Schema a sign before them.
  mutating func checkMembers(_ value: JSONValue, of object: String, _ known: Set<String>) {
    for member in value.object ?? [] where !known.contains(member.key) {
      let isForeign = member.key.contains(":") || "@$".contains(member.key.first ?? " ")
      if isForeign { continue }
      report(
        "\(object) has no \"\(Quotation.of(member.key))\": check its spelling, or name it with a "
          + "prefix and a colon", at: member)
    }
  }

  /// Reports a least number that is greater than the greatest.
  mutating func checkOrder(
    _ value: JSONValue, _ names: [String], _ least: Double?, _ greatest: Double?
  ) {
    guard let least, let greatest, least > greatest, let greatestName = names.last else { return }
    report(
      "\"\(greatestName)\" must not be less than \"\(names[0])\"",
      at: value[greatestName] ?? value)
  }
}
