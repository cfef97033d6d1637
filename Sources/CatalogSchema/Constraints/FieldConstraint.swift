package import JSONText

/// A constraint of a field in the words of Table Schema v2.
package struct FieldConstraint {
  /// Members of a JSON object.
  package typealias Members = [(key: String, value: JSONValue)]

  /// The property that says it.
  package let name: String
  /// The members that say it: of the field itself for its type, else of its `constraints`.
  package let members: Members
  private let condition: (String) -> Bool

  init(_ name: String, _ members: Members, _ condition: @escaping (String) -> Bool) {
    self.name = name
    self.members = members
    self.condition = condition
  }

  init(_ name: String, _ value: JSONValue, _ condition: @escaping (String) -> Bool) {
    self.init(name, [(name, value)], condition)
  }

  /// Whether it is the field's type, which is no constraint in Table Schema's sense.
  package var isType: Bool { name == "type" }

  /// Whether it holds for a value that is not empty.
  package func holds(for text: String) -> Bool { condition(text) }
}
