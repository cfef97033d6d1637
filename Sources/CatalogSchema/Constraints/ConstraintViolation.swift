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
  private let explain: @Sendable (_ value: String, _ title: String) -> String
  private let makeRepair: @Sendable (_ text: String) -> Repair?

  /// A violation from its parts.
  ///
  /// - Parameters:
  ///   - explain: its message by the quoted text of the range and the column's quoted title
  ///   - repair: its repair by the text of the range
  init(
    isUnknown: Bool, _ range: Range<Int>,
    explain: @escaping @Sendable (_ value: String, _ title: String) -> String,
    repair: @escaping @Sendable (_ text: String) -> Repair? = { _ in nil }
  ) {
    self.isUnknown = isUnknown
    self.range = range
    self.explain = explain
    makeRepair = repair
  }

  /// What the value must be; `value` is the range's text and `title` the column's header, quoted.
  package func message(_ value: String, title: String) -> String { explain(value, title) }

  /// How to repair it, where that is known.
  package func repair(_ line: Span<UInt8>) -> Repair? {
    makeRepair(FoldedText.string(line, range))
  }
}
