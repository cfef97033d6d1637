package import JSONText

/// A constraint of a field in the words of Table Schema v2.
package struct FieldConstraint {
  /// Members of a JSON object.
  package typealias Members = [(key: String, value: JSONValue)]

  /// The property that says it.
  package let name: String
  /// The members that say it: of the field itself for its type, else of its `constraints`.
  package let members: Members
  /// Whether it holds for a value that is not empty.
  package let holds: (_ text: String) -> Bool

  /// Whether it is the field's type, which is no constraint in Table Schema's sense.
  package var isType: Bool { name == "type" }
}

extension FieldConstraint {
  init(_ name: String, _ value: JSONValue, _ holds: @escaping (String) -> Bool) {
    self.init(name: name, members: [(name, value)], holds: holds)
  }
}
