/// `mdcatalog:forbiddenSuffixes`: words that the value must not end with.
struct SuffixConstraint: ValueConstraint {
  static let properties = ["mdcatalog:forbiddenSuffixes"]

  private let words: [String]

  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    words = reader.strings(field.field, "mdcatalog:forbiddenSuffixes").filter { !$0.isEmpty }
    if words.isEmpty { return nil }
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    let lower = value.text.lowercased()
    return words.filter { Self.isLast($0, of: value.text, lower) }.map { word in
      ConstraintViolation(isUnknown: Self.isUnknown, range: value.suffix(word.utf8.count)) {
        value, title in
        "\(title) must not end with \(value)"
      }
    }
  }

  /// Whether a text ends with a word, in whatever case, and holds more than that.
  private static func isLast(_ word: String, of text: String, _ lower: String) -> Bool {
    guard lower.hasSuffix(word.lowercased()), text.count > word.count,
      text.utf8.suffix(word.utf8.count).count == word.utf8.count
    else { return false }
    let before = text.dropLast(word.count).last
    return before.map { !$0.isLetter && !$0.isNumber } ?? false
  }
}
