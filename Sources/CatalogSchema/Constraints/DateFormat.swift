/// A format of dates and times: the numeric directives of strptime(3), as in Table Schema.
package struct DateFormat: Sendable {
  /// Table Schema's types of dates and times.
  package enum Kind: String, Sendable {
    case year, yearmonth, date, time, datetime

    /// The type in messages.
    var name: String {
      switch self {
      case .yearmonth: "month"
      case .datetime: "date and time"
      default: rawValue
      }
    }
  }

  /// The format as it was written.
  package let source: String
  private var parts: [Part]

  private enum Part: Sendable {
    case literal(UInt8)
    case number(Field)
    /// A fraction of a second and a zone, both optional.
    case zone
  }

  private enum Field: Unicode.Scalar, Sendable {
    case year = "Y"
    case shortYear = "y"
    case month = "m"
    case day = "d"
    case hour = "H"
    case minute = "M"
    case second = "S"
  }

  /// ISO 8601's format of a type.
  init(of type: Kind) {
    source =
      switch type {
      case .year: "%Y"
      case .yearmonth: "%Y-%m"
      case .date: "%Y-%m-%d"
      case .time: "%H:%M:%S"
      case .datetime: "%Y-%m-%dT%H:%M:%S"
      }
    parts = Self.parts(source) ?? []
    if type == .datetime { parts.append(.zone) }
  }

  /// A format from its text; nil where it has any other directive.
  init?(_ source: String) {
    guard let parts = Self.parts(source) else { return nil }
    self.source = source
    self.parts = parts
  }

  private static func parts(_ source: String) -> [Part]? {
    var parts: [Part] = []
    var rest = source.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let directive = scalar == "%" ? rest.popFirst() : nil
      if scalar != "%" || directive == "%" {
        parts += String(scalar).utf8.map(Part.literal)
      } else if let field = directive.flatMap(Field.init) {
        parts.append(.number(field))
      } else {
        return nil
      }
    }
    return parts
  }

  /// Whether a text is a date of the calendar in this format.
  func matches(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    var (year, month, day) = (2000, 1, 1)
    for part in parts {
      switch part {
      case .literal(let byte): if rest.popFirst() != byte { return false }
      case .zone: return Self.isZone(rest) && Self.isDay(year, month, day)
      case .number(let field):
        guard let number = Self.number(&rest, field == .year ? 4 : 2) else { return false }
        switch field {
        case .year: year = number
        // POSIX: 69 to 99 are of the last century.
        case .shortYear: year = number + (number < 69 ? 2000 : 1900)
        case .month: month = number
        case .day: day = number
        case .hour: if number > 23 { return false }
        case .minute: if number > 59 { return false }
        case .second: if number > 60 { return false }
        }
      }
    }
    return rest.isEmpty && Self.isDay(year, month, day)
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, _ digitCount: Int) -> Int? {
    let digits = rest.prefix(digitCount)
    guard digits.count == digitCount, digits.allSatisfy(\.isDigit) else { return nil }
    rest = rest.dropFirst(digitCount)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    day >= 1 && day <= dayCount(month, year)
  }

  /// 0 for a month that does not exist.
  private static func dayCount(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 0
    }
  }

  private static func isZone(_ rest: ArraySlice<UInt8>) -> Bool {
    var rest = rest
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { $0.isDigit }
      if digits.isEmpty { return false }
      rest = rest[digits.endIndex...]
    }
    if rest.isEmpty || rest.elementsEqual("Z".utf8) { return true }
    guard rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") else { return false }
    return DateFormat("%H:%M")?.matches(String(decoding: rest.dropFirst(), as: UTF8.self)) == true
  }
}
