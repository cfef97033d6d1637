/// The characters that a place in a pattern matches.
struct ScalarSet: Sendable {
  /// A kind of character.
  enum Kind: Sendable {
    case letter, capital, small, number, digit, word, space

    /// The kinds that `\p{…}` names.
    static let properties: [(name: String, kind: Kind)] = [
      ("L", .letter), ("Lu", .capital), ("Ll", .small), ("N", .number),
    ]

    /// The kind that `\p{…}` names.
    init?(property name: String) {
      guard let match = Self.properties.first(where: { $0.name == name }) else { return nil }
      self = match.kind
    }
  }

  private struct Part: Sendable {
    var kind: Kind
    var isNegated: Bool
  }

  let isNegated: Bool
  private var ranges: [ClosedRange<UInt32>] = []
  private var parts: [Part] = []

  /// No character, or all.
  init(isNegated: Bool) { self.isNegated = isNegated }

  /// One character.
  init(_ scalar: Unicode.Scalar) {
    self.init(isNegated: false)
    add(scalar...scalar)
  }

  /// All characters of a kind, or all others.
  init(_ kind: Kind, isNegated: Bool) {
    self.init(isNegated: false)
    parts = [Part(kind: kind, isNegated: isNegated)]
  }

  /// The only character of the set, nil where there are more.
  var only: Unicode.Scalar? {
    guard parts.isEmpty, !isNegated, ranges.count == 1, ranges[0].count == 1 else { return nil }
    return Unicode.Scalar(ranges[0].lowerBound)
  }

  /// Adds a range.
  mutating func add(_ range: ClosedRange<Unicode.Scalar>) {
    ranges.append(range.lowerBound.value...range.upperBound.value)
  }

  /// Adds the characters of another set, which is not negated.
  mutating func add(_ other: ScalarSet) {
    ranges += other.ranges
    parts += other.parts
  }

  /// Whether a character is in the set.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if ranges.isEmpty, parts.isEmpty { return isNegated }
    let isListed =
      ranges.contains { $0.contains(scalar.value) }
      || parts.contains { Self.isOf($0.kind, scalar) != $0.isNegated }
    return isListed != isNegated
  }

  private static func isOf(_ kind: Kind, _ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch kind {
    case .letter: return properties.isAlphabetic
    case .capital: return properties.isUppercase
    case .small: return properties.isLowercase
    case .number: return properties.numericType != nil
    case .digit: return properties.generalCategory == .decimalNumber
    case .word: return scalar == "_" || properties.isAlphabetic || properties.numericType != nil
    case .space: return properties.isWhitespace
    }
  }
}
