import JSONText

/// Reads vocabularies: SKOS concepts, or plain labels.
extension SchemaReader {
  /// A vocabulary: its name and its concepts.
  mutating func vocabulary(_ value: JSONValue) -> Vocabulary? {
    guard let name = requiredString(value, "name", of: "A vocabulary") else { return nil }
    if value["concepts"] == nil {
      report("A vocabulary must have \"concepts\": an array of its terms", at: value)
    }
    let concepts = placedTerms(items(value, "concepts", .labels))
    checkBroader(concepts)
    return Vocabulary(name: name, terms: concepts.map(\.term))
  }

  /// A term and what it was read from.
  typealias PlacedTerm = (term: Term, value: JSONValue)

  /// The terms of a list; those that cannot be read are reported and left out.
  mutating func placedTerms(_ items: [JSONValue]) -> [PlacedTerm] {
    items.compactMap { item in term(item).map { ($0, item) } }
  }

  /// Reports that a label of a term belongs to another term, at the label.
  mutating func report(_ collision: LabelCollision, at term: JSONValue) {
    let others = term["altLabel"].map { $0.array ?? [$0] } ?? []
    let labels = [term["prefLabel"]].compactMap { $0 } + others
    let place = labels.first { $0.string.flatMap(Self.trimmed) == collision.label }
    report(
      "\"\(Quotation.of(collision.label))\" is already a label of the term "
        + "\"\(Quotation.of(collision.owner))\": a label must belong to one term",
      at: place ?? term)
  }

  /// A SKOS concept, or a string or number that is its preferred label.
  private mutating func term(_ value: JSONValue) -> Term? {
    if let text = value.string ?? value.number?.text {
      return label(text, value).map { Self.configured(Term(prefLabel: $0)) }
    }
    checkMembers(value, of: "A term", Self.termMembers)
    guard let text = requiredString(value, "prefLabel", of: "A term"),
      let label = label(text, value)
    else { return nil }
    return Self.configured(
      Term(
        prefLabel: label, altLabels: labels(value, "altLabel"),
        hiddenLabels: labels(value, "hiddenLabel"), definition: string(value, "definition"),
        broader: string(value, "broader"), notation: string(value, "notation")))
  }

  /// A term as a configuration defines it.
  static func configured(_ term: Term) -> Term {
    var term = term.knownWithoutCode
    term.isConfigured = true
    return term
  }

  /// The labels of a member.
  mutating func labels(_ value: JSONValue, _ key: String) -> [String] {
    placedStrings(value, key, .labels).compactMap { label($0.text, $0.value) }
  }

  /// A label that a cell can hold, trimmed.
  private mutating func label(_ text: String, _ value: JSONValue) -> String? {
    guard admitsLength(of: text, at: value) else { return nil }
    let scalars = text.unicodeScalars
    if scalars.contains(where: { Character($0).isNewline }) {
      report("A label must not hold a line break", at: value)
      return nil
    }
    let label = Self.trimmed(text)
    if label == nil { report("A label must not be empty", at: value) }
    return label
  }

  /// A text without white space at its ends; nil for nothing else.
  private static func trimmed(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return nil }
    return String(scalars[start...last])
  }

  /// Reports that a vocabulary is unknown, with the names of some that are known.
  mutating func reportNoVocabulary(
    _ name: String, among names: some Collection<String>, at place: JSONValue
  ) {
    report(Self.noVocabularyMessage(name, among: names), at: place)
  }

  private static func noVocabularyMessage(
    _ name: String, among names: some Collection<String>
  ) -> String {
    let shown = names.sorted().prefix(SchemaLimits.shownNameCountMax)
      .map { "\"\(Quotation.of($0))\"" }
    let more = shown.count < names.count ? ", …" : ""
    return "There is no vocabulary \"\(Quotation.of(name))\"; vocabularies are "
      + shown.joined(separator: ", ") + more
  }
}
