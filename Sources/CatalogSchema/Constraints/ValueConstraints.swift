/// The constraints on the values of a column, other than its vocabulary.
package struct ValueConstraints: Sendable {
  /// The kinds of constraints, in the order in which they are checked.
  static let kinds: [any ValueConstraint.Type] = [
    TypeConstraint.self, PatternConstraint.self, BoundsConstraint.self, LengthConstraint.self,
    CodeConstraint.self, CapitalConstraint.self, FinalPunctuationConstraint.self,
    SuffixConstraint.self, NameConstraint.self,
  ]

  private let constraints: [any ValueConstraint]
  /// The type of the values, nil for text.
  package let type: ValueType?
  /// Whether a constraint needs the row's name.
  package let isWithoutName: Bool

  /// Reads the constraints of a field; nil where it has none.
  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    constraints = Self.kinds.compactMap { $0.init(field, &reader) }
    if constraints.isEmpty { return nil }
    type = constraints.lazy.compactMap { ($0 as? TypeConstraint)?.type }.first
    isWithoutName = constraints.contains { $0 is NameConstraint }
  }

  /// Whether a value can be read as the column's type.
  package func takesType(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    type?.takes(FoldedText.string(line, value)) ?? true
  }

  /// The violations of a value that is not empty; one that the column cannot hold at all is not
  /// checked further.
  ///
  /// - Complexity: O(value × pattern)
  package func violations(
    _ line: Span<UInt8>, _ value: Range<Int>, name: String?
  ) -> [ConstraintViolation] {
    let value = ConstrainedValue(
      text: FoldedText.string(line, value), range: value, type: type, name: name)
    var found: [ConstraintViolation] = []
    for constraint in constraints {
      found += constraint.violations(of: value)
      if found.first?.isUnknown == true { break }
    }
    return found
  }

  /// The constraints in the words of Table Schema.
  var published: [FieldConstraint] { constraints.flatMap { $0.published(for: type) } }
}
