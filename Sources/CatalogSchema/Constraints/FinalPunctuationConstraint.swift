/// `mdcatalog:noFinalPunctuation`: the value must not end with `.`, `!` and the like.
struct FinalPunctuationConstraint: ValueConstraint {
  static let properties = ["mdcatalog:noFinalPunctuation"]

  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    guard reader.flag(field.field, "mdcatalog:noFinalPunctuation") else { return nil }
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    let length = FinalPunctuation.length(of: value.text)
    if length == 0 { return [] }
    let byteCount = value.text.suffix(length).utf8.count
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
