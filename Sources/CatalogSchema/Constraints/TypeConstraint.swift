import JSONText

/// Table Schema's field types: the value must be a number, a date or the like.
struct TypeConstraint: ValueConstraint {
  static let properties = ["type"]
  static let isUnknown = true

  let type: ValueType

  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    guard let type = Self.type(field.field, &reader) else { return nil }
    self.type = type
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    if type.takes(value.text) { return [] }
    let name = type.name
    return [
      ConstraintViolation(isUnknown: Self.isUnknown, range: value.range) { value, title in
        "\(title) must be \(name), not \(value)"
      }
    ]
  }

  func published(for type: ValueType?) -> [FieldConstraint] {
    [FieldConstraint(name: "type", members: self.type.fieldMembers, holds: self.type.takes)]
  }

  // MARK: Reading

  /// The type of a field; nil where it says nothing of how values are written.
  private static func type(_ field: JSONValue, _ reader: inout SchemaReader) -> ValueType? {
    switch field["type"]?.string ?? "" {
    case "number": .number(numberFormat(field, &reader))
    case "integer": .integer(numberFormat(field, &reader))
    case let name: DateFormat.Kind(rawValue: name).flatMap { dateType(field, $0, &reader) }
    }
  }

  private static func numberFormat(
    _ field: JSONValue, _ reader: inout SchemaReader
  ) -> ValueType.NumberFormat {
    ValueType.NumberFormat(
      decimal: reader.string(field, "decimalChar") ?? ".",
      group: reader.string(field, "groupChar") ?? "",
      isBare: reader.flag(field, "bareNumber", otherwise: true))
  }

  /// A type of dates; nil where any format will do. Years and months have no format.
  private static func dateType(
    _ field: JSONValue, _ type: DateFormat.Kind, _ reader: inout SchemaReader
  ) -> ValueType? {
    guard type != .year, type != .yearmonth, let source = reader.string(field, "format"),
      source != "default"
    else { return .date(type) }
    if source == "any" { return nil }
    if let format = DateFormat(source) { return .date(format, type) }
    reader.report(
      "The format of a date must be \"default\", \"any\" or made of %Y %y %m %d %H %M %S",
      at: field["format"] ?? field)
    return nil
  }
}

extension ValueType {
  /// The members of a field that say its type.
  fileprivate var fieldMembers: FieldConstraint.Members {
    switch self {
    case .number(let format):
      [("type", .string("number"))] + Self.member("decimalChar", format.decimal, unless: ".")
        + Self.members(of: format)
    case .integer(let format): [("type", .string("integer"))] + Self.members(of: format)
    case .date(let format, let type):
      [("type", .string(type.rawValue))]
        + Self.member("format", format.source, unless: DateFormat(of: type).source)
    }
  }

  private static func members(of format: NumberFormat) -> FieldConstraint.Members {
    member("groupChar", format.group, unless: "")
      + (format.isBare ? [] : [("bareNumber", .bool(false))])
  }

  private static func member(
    _ name: String, _ text: String, unless standard: String
  ) -> FieldConstraint.Members {
    text == standard ? [] : [(name, .string(text))]
  }
}
