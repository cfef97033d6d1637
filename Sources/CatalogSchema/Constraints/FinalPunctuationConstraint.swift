/// `mdcatalog:noFinalPunctuation`: the value must not end with `.`, `!` and the like.
struct FinalPunctuationConstraint: ValueConstraint {
  static let properties = ["mdcatalog:noFinalPunctuation"]

  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    guard reader.flag(field.field, "mdcatalog:noFinalPunctuation") else { return nil }
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    let end = value.text.reversed().prefix { ".!?,;:…。！？".contains($0) }
    guard !end.isEmpty, end.count < value.text.count else { return [] }
    let byteCount = end.reduce(0) { $0 + String($1).utf8.count }
    return [
      ConstraintViolation(isUnknown: Self.isUnknown, range: value.suffix(byteCount)) {
        value, title in
        "\(title) must not end with \(value)"
      } makeRepair: { _ in
        ConstraintViolation.Repair(
          title: "Remove the punctuation", replacement: [], isSafe: true)
      }
    ]
  }
}
