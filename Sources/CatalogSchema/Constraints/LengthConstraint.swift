import JSONText

/// Table Schema's `minLength` and `maxLength`, in characters.
struct LengthConstraint: ValueConstraint {
  static let properties = ["minLength", "maxLength"]

  private let min: Int?
  private let max: Int?

  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    min = reader.count(field.constraints, "minLength")
    max = reader.count(field.constraints, "maxLength")
    if min == nil, max == nil { return nil }
    reader.checkOrder(
      field.constraints, Self.properties, min.map(Double.init), max.map(Double.init))
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    let count = value.text.count
    if let min, count < min { return [violation(value, "at least", min)] }
    if let max, count > max { return [violation(value, "at most", max)] }
    return []
  }

  private func violation(
    _ value: ConstrainedValue, _ relation: String, _ bound: Int
  ) -> ConstraintViolation {
    let count = value.text.count
    return ConstraintViolation(isUnknown: Self.isUnknown, range: value.range) { _, title in
      "\(title) must have \(relation) \(bound) characters; it has \(count)"
    }
  }

  /// Table Schema has lengths of text alone.
  func published(for type: ValueType?) -> [FieldConstraint] {
    if type != nil { return [] }
    return [
      min.map { min in FieldConstraint("minLength", .int(min)) { $0.count >= min } },
      max.map { max in FieldConstraint("maxLength", .int(max)) { $0.unicodeScalars.count <= max } },
    ].compactMap { $0 }
  }
}
