/// `mdcatalog:startsWithCapital`: the value must begin with a capital letter.
struct CapitalConstraint: ValueConstraint {
  static let properties = ["mdcatalog:startsWithCapital"]

  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    guard reader.flag(field.field, "mdcatalog:startsWithCapital") else { return nil }
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    guard let first = value.text.first, first.isLowercase else { return [] }
    let repair = ConstraintViolation.Repair(
      title: "Begin with a capital letter", replacement: Array(first.uppercased().utf8),
      isSafe: false)
    return [
      ConstraintViolation(
        isUnknown: Self.isUnknown, range: value.range(0..<String(first).utf8.count)
      ) {
        _, title in
        "\(title) must begin with a capital letter"
      } makeRepair: { _ in
        repair
      }
    ]
  }
}
