import JSONText

/// Reads vocabularies: SKOS concepts, or plain labels.
enum VocabularyReader {
  /// A vocabulary: its name and its concepts.
  static func vocabulary(_ value: JSONValue, _ members: inout MemberReader) -> Vocabulary? {
    guard let name = members.string(value, "name") else {
      if value["name"] == nil { members.report("A vocabulary must have a \"name\"", at: value) }
      return nil
    }
    if value["concepts"] == nil {
      members.report("A vocabulary must have \"concepts\": an array of its terms", at: value)
    }
    return Vocabulary(
      name: name, terms: terms(members.items(value, "concepts", .labels), &members))
  }

  /// The terms of a list; those that cannot be read are reported and left out.
  static func terms(_ items: [JSONValue], _ members: inout MemberReader) -> [Term] {
    items.compactMap { term($0, &members) }
  }

  /// A SKOS concept, or a string or number that is its preferred label.
  private static func term(_ value: JSONValue, _ members: inout MemberReader) -> Term? {
    if let text = value.string ?? value.number?.text {
      return label(text, value, &members).map { Term(prefLabel: $0).knownWithoutCode }
    }
    guard let text = members.string(value, "prefLabel"), let label = label(text, value, &members)
    else {
      if value["prefLabel"] == nil { members.report("A term must have a \"prefLabel\"", at: value) }
      return nil
    }
    return Term(
      prefLabel: label, altLabels: labels(value, "altLabel", &members),
      hiddenLabels: labels(value, "hiddenLabel", &members),
      definition: members.string(value, "definition"), broader: members.string(value, "broader"),
      notation: members.string(value, "notation")
    ).knownWithoutCode
  }

  /// The labels of a member.
  static func labels(
    _ value: JSONValue, _ key: String, _ members: inout MemberReader
  ) -> [String] {
    members.placedStrings(value, key, .labels).compactMap { label($0.text, $0.value, &members) }
  }

  /// A label that a cell can hold, trimmed.
  private static func label(
    _ text: String, _ value: JSONValue, _ members: inout MemberReader
  ) -> String? {
    guard members.admitsLength(of: text, at: value) else { return nil }
    let scalars = text.unicodeScalars
    if scalars.contains(where: { Character($0).isNewline }) {
      members.report("A label must not hold a line break", at: value)
      return nil
    }
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else {
      members.report("A label must not be empty", at: value)
      return nil
    }
    return String(scalars[start...last])
  }
}
