/// A set of rules.
public struct RuleSet: OptionSet, Sendable {
  /// One bit for each rule.
  public let rawValue: UInt32

  /// A set from its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set of one rule.
  public init(_ rule: RuleCode) { rawValue = 1 << rule.ordinal }

  /// All rules.
  public static let all = RuleSet(where: { _ in true })

  /// All rules that have a property.
  public init(where condition: (RuleCode) -> Bool) {
    self.init(RuleCode.allCases.filter(condition).map { RuleSet($0) })
  }

  /// Whether a rule is among them.
  public func contains(_ rule: RuleCode) -> Bool { contains(RuleSet(rule)) }

  /// Adds a rule.
  public mutating func insert(_ rule: RuleCode) { insert(RuleSet(rule)) }
}

extension RuleCode {
  /// The rule's place in `allCases`.
  public var index: Int { Int(ordinal) }

  fileprivate var ordinal: UInt32 {
    switch self {
    case .missingCell: 0
    case .extraCell: 1
    case .misplacedValue: 2
    case .brokenTable: 3
    case .invalidLink: 4
    case .duplicateName: 5
    case .unknownValue: 6
    case .nonstandardValue: 7
    case .listSeparator: 8
    case .duplicateValue: 9
    case .emptyCell: 10
    case .missingLink: 11
    case .duplicateLink: 12
    case .linkMismatch: 13
    case .suspiciousCharacter: 14
    case .unsortedRow: 15
    case .unformattedTable: 16
    case .unusedIgnore: 17
    case .invalidConfiguration: 18
    case .tooManyProblems: 19
    }
  }
}
