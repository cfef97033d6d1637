import JSONText

/// Table Schema's field types: the value must be a number, a date or the like.
struct TypeConstraint: ValueConstraint {
  static let properties = ["type"]
  static let isUnknown = true

  let type: ValueType

  init?(_ field: FieldSource, _ reader: inout MemberReader) {
    guard let type = Self.type(field.field, &reader) else { return nil }
    self.type = type
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    if type.takes(value.text) { return [] }
    let name = type.name
    return [
      ConstraintViolation(isUnknown: Self.isUnknown, value.range) { value, title in
        "\(title) must be \(name), not \(value)"
      }
    ]
  }

  func published(for type: ValueType?) -> [FieldConstraint] {
    [FieldConstraint("type", self.type.fieldMembers) { self.type.isStandard($0) }]
  }

  // MARK: Reading

  /// The type of a field; nil where it says nothing of how values are written.
  private static func type(_ field: JSONValue, _ reader: inout MemberReader) -> ValueType? {
    guard let name = field["type"]?.string else { return nil }
    switch name {
    case "number": return .number(numberFormat(field, &reader))
    case "integer": return .integer(numberFormat(field, &reader))
    case "year": return .date(.year, name: name)
    case "yearmonth": return .date(.yearMonth, name: "month")
    case "date": return dateType(field, .date, name: name, &reader)
    case "time": return dateType(field, .time, name: name, &reader)
    case "datetime": return dateType(field, .dateTime, name: "date and time", &reader)
    default: return nil
    }
  }

  private static func numberFormat(
    _ field: JSONValue, _ reader: inout MemberReader
  ) -> ValueType.NumberFormat {
    var format = ValueType.NumberFormat()
    format.decimal = reader.string(field, "decimalChar") ?? format.decimal
    format.group = reader.string(field, "groupChar") ?? format.group
    if field["bareNumber"] != nil { format.isBare = reader.flag(field, "bareNumber") }
    return format
  }

  /// A type of dates; nil where any format will do.
  private static func dateType(
    _ field: JSONValue, _ standard: DateFormat, name: String, _ reader: inout MemberReader
  ) -> ValueType? {
    guard let source = reader.string(field, "format"), source != "default" else {
      return .date(standard, name: name)
    }
    if source == "any" { return nil }
    if let format = DateFormat(source) { return .date(format, name: name) }
    reader.report(
      "The format of a date must be \"default\", \"any\" or made of %Y %y %m %d %H %M %S",
      at: field["format"] ?? field)
    return nil
  }
}

extension ValueType {
  /// Whether a text is written as Table Schema has it: a whole number without a fraction or power.
  func isStandard(_ text: String) -> Bool {
    guard case .integer(let format) = self, format.isBare else { return takes(text) }
    return takes(text) && !text.contains { ".eE".contains($0) && String($0) != format.group }
  }

  /// The members of a field that say its type.
  fileprivate var fieldMembers: FieldConstraint.Members {
    switch self {
    case .number(let format):
      var members: FieldConstraint.Members = [("type", .string("number"))]
      if format.decimal != "." { members.append(("decimalChar", .string(format.decimal))) }
      return members + format.fieldMembers
    case .integer(let format): return [("type", .string("integer"))] + format.fieldMembers
    case .date(let format, let name):
      let (type, standard) = Self.dateType(named: name)
      var members: FieldConstraint.Members = [("type", .string(type))]
      if format.source != standard.source { members.append(("format", .string(format.source))) }
      return members
    }
  }

  /// Table Schema's type of dates and its standard format, by its name in messages.
  private static func dateType(named name: String) -> (type: String, standard: DateFormat) {
    switch name {
    case "year": ("year", .year)
    case "month": ("yearmonth", .yearMonth)
    case "time": ("time", .time)
    case "date and time": ("datetime", .dateTime)
    default: ("date", .date)
    }
  }
}

extension ValueType.NumberFormat {
  fileprivate var fieldMembers: FieldConstraint.Members {
    var members: FieldConstraint.Members = []
    if !group.isEmpty { members.append(("groupChar", .string(group))) }
    if !isBare { members.append(("bareNumber", .bool(false))) }
    return members
  }
}
