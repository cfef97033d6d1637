/// A type that values must be written as (Table Schema v2 *field types*).
package enum ValueType: Sendable {
  case number(NumberFormat)
  case integer(NumberFormat)
  case date(DateFormat, DateFormat.Kind)

  /// Four digits.
  package static let year = date(.year)
  /// ISO 8601's date.
  package static let date = date(.date)
  /// ISO 8601's date and time.
  package static let dateTime = date(.datetime)
  /// A whole number.
  package static let integer = ValueType.integer(NumberFormat())
  /// A number.
  package static let number = ValueType.number(NumberFormat())

  /// Dates in the standard format of their type.
  static func date(_ type: DateFormat.Kind) -> ValueType { .date(DateFormat(of: type), type) }

  /// How numbers are written.
  package struct NumberFormat: Sendable {
    /// Table Schema's `decimalChar`.
    var decimal = "."
    /// Table Schema's `groupChar`.
    var group = ""
    /// Table Schema's `bareNumber`: whether a cell must hold nothing but the number.
    var isBare = true

    /// Numbers with commas between groups of digits.
    package static let grouped = NumberFormat(group: ",")
  }

  /// The type in messages.
  var name: String {
    switch self {
    case .number: "a number"
    case .integer: "a whole number"
    case .date(let format, let type):
      "a \(type.name) in the format “\(Quotation.of(format.source))”"
    }
  }

  /// Whether values are numbers.
  package var isNumber: Bool { if case .date = self { false } else { true } }

  /// Whether a text is of the type.
  package func takes(_ text: String) -> Bool {
    switch self {
    case .number(let format): number(text, format) != nil
    case .integer(let format):
      plain(text, format).map { !$0.contains(where: Self.isNoDigit) } ?? false
    case .date(let format, _): format.matches(text)
    }
  }

  /// Whether a character of a number is in no whole number.
  private static func isNoDigit(_ character: Character) -> Bool { ".eE".contains(character) }

  /// The number that a text is; nil where it is not a number.
  package func number(_ text: String) -> Double? {
    switch self {
    case .number(let format), .integer(let format): number(text, format)
    case .date: Double(text)
    }
  }

  /// A text of digits that equal numbers share; nil where a text is not a number.
  package func canonicalNumber(_ text: String) -> String? {
    switch self {
    case .number(let format), .integer(let format): plain(text, format).map(Self.canonical)
    case .date: nil
    }
  }

  /// A number without zeros at its ends, as a whole number and a power of ten.
  private static func canonical(_ text: String) -> String {
    let parts = text.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
    let mantissa = parts[0].drop { $0 == "+" || $0 == "-" }
    let fraction = mantissa.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    var digits = mantissa.filter { $0 != "." }[...]
    digits = digits.drop { $0 == "0" }
    let whole = digits.reversed().drop { $0 == "0" }.reversed()
    if whole.isEmpty { return "0" }
    let zeroCount = digits.count - whole.count
    let power = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    let exponent = power &- (fraction.first?.count ?? 0) &+ zeroCount
    return (text.hasPrefix("-") ? "-" : "") + String(whole) + "e\(exponent)"
  }

  private func number(_ text: String, _ format: NumberFormat) -> Double? {
    plain(text, format).flatMap { Double($0) }
  }

  /// A number as Swift reads it.
  private func plain(_ text: String, _ format: NumberFormat) -> String? {
    var text = text
    if !format.isBare {
      let isPart: (Character) -> Bool = { "0123456789+-".contains($0) }
      guard let start = text.firstIndex(where: isPart), let last = text.lastIndex(where: isPart)
      else { return nil }
      text = String(text[start...last])
    }
    if !format.group.isEmpty {
      text = text.split(separator: format.group, omittingEmptySubsequences: false).joined()
    }
    if format.decimal != "." {
      if text.contains(".") { return nil }
      text = text.split(separator: format.decimal, omittingEmptySubsequences: false)
        .joined(separator: ".")
    }
    // Swift reads hexadecimals, “nan” and the like as well.
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(text), number.isFinite
    else { return nil }
    return text
  }
}
