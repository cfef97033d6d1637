import JSONText

/// Table Schema's `pattern`: the whole value must match it.
struct PatternConstraint: ValueConstraint {
  static let properties = ["pattern"]
  static let isUnknown = true

  private let pattern: TextPattern

  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    guard let pattern = reader.pattern(field.constraints, "pattern") else { return nil }
    self.pattern = pattern
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    if pattern.matches(value.text) { return [] }
    let source = Quotation.of(pattern.source)
    return [
      ConstraintViolation(isUnknown: Self.isUnknown, range: value.range) { value, title in
        "\(title) must match the pattern “\(source)”: \(value) does not"
      }
    ]
  }

  /// Table Schema has patterns of text alone.
  func published(for type: ValueType?) -> [FieldConstraint] {
    if type != nil { return [] }
    return [FieldConstraint("pattern", .string(pattern.source)) { pattern.matches($0) }]
  }
}
