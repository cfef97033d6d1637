/// A value that breaks a constraint of its column.
package struct ConstraintViolation: Sendable {
  /// A change that satisfies the constraint.
  package struct Repair: Sendable {
    /// What it does, for a menu.
    package let title: String
    /// The text to put in the place of the range.
    package let replacement: [UInt8]
    /// Whether it may be done without asking.
    package let isSafe: Bool
  }

  /// Whether the column cannot hold the value, rather than that it must be written otherwise.
  package let isUnknown: Bool
  /// The bytes that are wrong.
  package var range: Range<Int>
  /// What the value must be, by the quoted text of the range and the column's quoted title.
  package let message: @Sendable (_ value: String, _ title: String) -> String
  /// How to repair it by the text of the range, nil where that is not known.
  var makeRepair: @Sendable (_ text: String) -> Repair? = { _ in nil }

  /// How to repair it, where that is known.
  package func repair(_ line: Span<UInt8>) -> Repair? {
    makeRepair(FoldedText.string(line, range))
  }
}
