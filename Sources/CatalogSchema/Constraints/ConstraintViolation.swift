/// A value that is not as its column asks.
package struct ConstraintViolation: Sendable {
  /// What is wrong.
  enum Kind: Sendable {
    case type(String)
    case pattern(String)
    case below(Double)
    case above(Double)
    case tooShort(Int, min: Int)
    case tooLong(Int, max: Int)
    case noCode
    case smallLetter(String)
    case punctuation
    case suffix(String)
    case repeatedName
  }

  /// How it is mended: what comes into the range's place.
  package struct Repair: Sendable {
    /// What it does, for a menu.
    package var title: String
    /// The text to put in.
    package var replacement: [UInt8]
    /// Whether it may be done without asking.
    package var isSafe: Bool
  }

  let kind: Kind
  /// The bytes that are wrong.
  package var range: Range<Int>

  static func of(_ kind: Kind, _ range: Range<Int>) -> ConstraintViolation {
    ConstraintViolation(kind: kind, range: range)
  }

  /// Whether the column does not know the value, rather than wants it written otherwise.
  package var isUnknown: Bool {
    switch kind {
    case .type, .pattern, .below, .above: true
    case .tooShort, .tooLong, .noCode, .smallLetter, .punctuation, .suffix, .repeatedName: false
    }
  }

  /// What is wrong, in a sentence; `value` is the range's text and `title` the column's header.
  package func message(_ value: String, title: String) -> String {
    switch kind {
    case .type(let name): "\(value) in \(title) is not \(name)"
    case .pattern(let pattern):
      "\(value) in \(title) does not match the pattern “\(Quotation.of(pattern))”"
    case .below(let bound): "\(value) in \(title) is less than \(Self.shown(bound))"
    case .above(let bound): "\(value) in \(title) is more than \(Self.shown(bound))"
    case .tooShort(let count, let min):
      "\(title) has \(count) characters; it must have at least \(min)"
    case .tooLong(let count, let max):
      "\(title) has \(count) characters; it may have at most \(max)"
    case .noCode: "\(value) in \(title) is written as code, between backticks"
    case .smallLetter: "\(title) begins with a capital letter"
    case .punctuation: "\(title) ends without \(value)"
    case .suffix: "\(title) ends without \(value)"
    case .repeatedName: "\(title) repeats the row's name \(value)"
    }
  }

  /// How to mend it, where that is known.
  package func repair(_ line: Span<UInt8>) -> Repair? {
    switch kind {
    case .noCode:
      let value = Array(FoldedText.string(line, range).utf8)
      if value.contains(UInt8(ascii: "`")) { return nil }
      return Repair(title: "Write it as code", replacement: [0x60] + value + [0x60], isSafe: true)
    case .punctuation:
      return Repair(title: "Remove the punctuation", replacement: [], isSafe: true)
    case .smallLetter(let capital):
      return Repair(
        title: "Begin with a capital letter", replacement: Array(capital.utf8), isSafe: false)
    default: return nil
    }
  }

  /// A bound without what a whole number does not need.
  private static func shown(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
