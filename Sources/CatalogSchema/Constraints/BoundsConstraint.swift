import JSONText

/// Table Schema's `minimum` and `maximum` of numbers.
struct BoundsConstraint: ValueConstraint {
  static let properties = ["minimum", "maximum"]
  static let isUnknown = true

  private let minimum: Double?
  private let maximum: Double?

  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    minimum = reader.number(field.constraints, "minimum")
    maximum = reader.number(field.constraints, "maximum")
    if minimum == nil, maximum == nil { return nil }
    reader.checkOrder(field.constraints, Self.properties, minimum, maximum)
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    guard let number = value.type?.number(value.text) ?? Double(value.text) else { return [] }
    if let minimum, number < minimum { return [violation(value, "at least", minimum)] }
    if let maximum, number > maximum { return [violation(value, "at most", maximum)] }
    return []
  }

  private func violation(
    _ value: ConstrainedValue, _ relation: String, _ bound: Double
  ) -> ConstraintViolation {
    let bound = Int(exactly: bound).map(String.init) ?? String(bound)
    return ConstraintViolation(isUnknown: Self.isUnknown, range: value.range) { value, title in
      "\(title) must be \(relation) \(bound), not \(value)"
    }
  }

  /// Table Schema has bounds of numbers alone.
  func published(for type: ValueType?) -> [FieldConstraint] {
    guard let type, type.isNumber else { return [] }
    func bound(
      _ name: String, _ bound: Double?, _ holds: @escaping (Double, Double) -> Bool
    ) -> FieldConstraint? {
      guard let bound, bound.isFinite else { return nil }
      return FieldConstraint(name, .number(bound)) { text in
        type.takes(text) && type.number(text).map { holds($0, bound) } ?? false
      }
    }
    return [bound("minimum", minimum, >=), bound("maximum", maximum, <=)].compactMap { $0 }
  }
}
