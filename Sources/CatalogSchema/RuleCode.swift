/// The stable code of a rule, such as `missing-cell`, in configurations, comments and reports. The
/// rules are in `CatalogModel/Rules`.
public struct RuleCode: Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
  /// The code as it is written.
  public let rawValue: String

  /// A code as it is written.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// A code as it is written.
  public init(stringLiteral code: String) { rawValue = code }

  /// Alphabetical order.
  public static func < (left: RuleCode, right: RuleCode) -> Bool {
    left.rawValue < right.rawValue
  }
}
