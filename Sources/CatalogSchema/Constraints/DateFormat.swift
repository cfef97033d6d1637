/// A format of dates and times: the numeric directives of strptime(3), as in Table Schema.
package struct DateFormat: Sendable {
  /// The format as it was written.
  package let source: String
  private var parts: [Part] = []

  private enum Part: Sendable {
    case literal(UInt8)
    case number(Field, digitCount: Int)
    /// A fraction of a second and a zone, both optional.
    case zone
  }

  private enum Field: Sendable { case year, shortYear, month, day, hour, minute, second }

  /// ISO 8601's formats.
  static let date = DateFormat(known: "%Y-%m-%d")
  static let time = DateFormat(known: "%H:%M:%S")
  static let dateTime = DateFormat(known: "%Y-%m-%dT%H:%M:%S", hasZone: true)
  static let yearMonth = DateFormat(known: "%Y-%m")
  static let year = DateFormat(known: "%Y")

  private init(known source: String, hasZone: Bool = false) {
    self = DateFormat(source) ?? DateFormat(empty: source)
    if hasZone { parts.append(.zone) }
  }

  private init(empty source: String) { self.source = source }

  /// A format from its text; nil where it has any other directive.
  init?(_ source: String) {
    self.source = source
    var bytes = Array(source.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        parts.append(.literal(byte))
        continue
      }
      switch bytes.popFirst() {
      case UInt8(ascii: "Y"): parts.append(.number(.year, digitCount: 4))
      case UInt8(ascii: "y"): parts.append(.number(.shortYear, digitCount: 2))
      case UInt8(ascii: "m"): parts.append(.number(.month, digitCount: 2))
      case UInt8(ascii: "d"): parts.append(.number(.day, digitCount: 2))
      case UInt8(ascii: "H"): parts.append(.number(.hour, digitCount: 2))
      case UInt8(ascii: "M"): parts.append(.number(.minute, digitCount: 2))
      case UInt8(ascii: "S"): parts.append(.number(.second, digitCount: 2))
      case UInt8(ascii: "%"): parts.append(.literal(UInt8(ascii: "%")))
      default: return nil
      }
    }
  }

  /// Whether a text is a date of the calendar in this format.
  func matches(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    var (year, month, day) = (2000, 1, 1)
    for part in parts {
      switch part {
      case .literal(let byte): if rest.popFirst() != byte { return false }
      case .zone: return Self.isZone(rest) && Self.isDay(year, month, day)
      case .number(let field, let digitCount):
        guard let number = Self.number(&rest, digitCount) else { return false }
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
    guard digits.count == digitCount, digits.allSatisfy({ $0.isDigit }) else {
      return nil
    }
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
    return DateFormat(known: "%H:%M").matches(String(decoding: rest.dropFirst(), as: UTF8.self))
  }
}
