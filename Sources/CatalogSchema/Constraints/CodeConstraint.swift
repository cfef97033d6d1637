/// `mdcatalog:code` of a text column: the value must be a code span.
///
/// Of a column with a vocabulary, the labels are code spans instead.
struct CodeConstraint: ValueConstraint {
  static let properties = ["mdcatalog:code"]

  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    guard field.isText, reader.flag(field.field, "mdcatalog:code") else { return nil }
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    if value.text.count > 2, value.text.hasPrefix("`"), value.text.hasSuffix("`") { return [] }
    return [
      ConstraintViolation(isUnknown: Self.isUnknown, range: value.range) { value, title in
        "\(title) must be code: write \(value) between backticks"
      } makeRepair: { text in
        if text.utf8.contains(UInt8(ascii: "`")) { return nil }
        return ConstraintViolation.Repair(
          title: "Write it as code", replacement: Array("`\(text)`".utf8), isSafe: true)
      }
    ]
  }
}
