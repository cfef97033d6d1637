/// What a value must be read as (Table Schema v2 *field types*).
package enum ValueType: Sendable {
  case number(NumberFormat)
  case integer(NumberFormat)
  case date(DateFormat, name: String)

  /// How numbers are written.
  package struct NumberFormat: Sendable {
    /// Table Schema's `decimalChar`.
    var decimal = "."
    /// Table Schema's `groupChar`.
    var group = ""
    /// Table Schema's `bareNumber`: whether nothing but the number may stand in the cell.
    var isBare = true
  }

  /// What the type is called in messages.
  var name: String {
    switch self {
    case .number: "a number"
    case .integer: "a whole number"
    case .date(let format, let name): "a \(name) like “\(format.source)”"
    }
  }

  /// Whether a text can be read so.
  func takes(_ text: String) -> Bool {
    switch self {
    case .number(let format): number(text, format) != nil
    case .integer(let format): number(text, format).map { $0 == $0.rounded() } ?? false
    case .date(let format, _): format.matches(text)
    }
  }

  /// The number that a text is; nil where it is none.
  func number(_ text: String) -> Double? {
    switch self {
    case .number(let format), .integer(let format): number(text, format)
    case .date: Double(text)
    }
  }

  private func number(_ text: String, _ format: NumberFormat) -> Double? {
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
    return number
  }
}

extension Column {
  /// A look whether a text can be read as a type, without a schema.
  package struct TypeTest: Sendable {
    private let type: ValueType

    /// Four digits.
    package static let year = TypeTest(type: .date(.year, name: "year"))
    /// ISO 8601's date.
    package static let date = TypeTest(type: .date(.date, name: "date"))
    /// ISO 8601's date and time.
    package static let dateTime = TypeTest(type: .date(.dateTime, name: "date and time"))
    /// A whole number.
    package static let integer = TypeTest(type: .integer(ValueType.NumberFormat()))
    /// A number.
    package static let number = TypeTest(type: .number(ValueType.NumberFormat()))

    /// Whether a text can be read so.
    package func takes(_ text: String) -> Bool { type.takes(text) }
  }
}
