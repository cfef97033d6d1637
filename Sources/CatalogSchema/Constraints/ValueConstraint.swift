import JSONText

/// A constraint on the values of a column.
///
/// Each is a type in a file of its own and an entry of `ValueConstraints.kinds`.
protocol ValueConstraint: Sendable {
  /// The properties of a field, or of its `constraints`, that say it.
  static var properties: [String] { get }
  /// Whether the column cannot hold a value that violates it, rather than that the value must be
  /// written otherwise.
  static var isUnknown: Bool { get }

  /// Reads the constraint of a field; nil where the field has none.
  init?(_ field: FieldSource, _ reader: inout SchemaReader)

  /// The violations of a value that is not empty.
  func violations(of value: ConstrainedValue) -> [ConstraintViolation]

  /// The constraint in the words of Table Schema, for values of a type.
  func published(for type: ValueType?) -> [FieldConstraint]
}

extension ValueConstraint {
  static var isUnknown: Bool { false }
  func published(for type: ValueType?) -> [FieldConstraint] { [] }
}

/// What the constraints of a field are read from.
struct FieldSource {
  /// The field.
  let field: JSONValue
  /// Whether the column holds text, without a vocabulary.
  let isText: Bool

  /// The members of its `constraints`.
  var constraints: JSONValue { field["constraints"] ?? .null }
}

/// A value that is checked.
struct ConstrainedValue {
  let text: String
  /// Its bytes in the line.
  let range: Range<Int>
  /// The type of its column.
  let type: ValueType?
  /// The name of its row, where a constraint needs it.
  let name: String?

  /// The bytes in the line of some of the text's bytes.
  func range(_ part: Range<Int>) -> Range<Int> {
    range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound
  }

  /// The bytes in the line of the text's last bytes.
  func suffix(_ byteCount: Int) -> Range<Int> {
    max(range.lowerBound, range.upperBound - byteCount)..<range.upperBound
  }
}
