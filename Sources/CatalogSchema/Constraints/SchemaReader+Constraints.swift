import JSONText

/// Reads what a field asks of its values: its type, Table Schema's *constraints*, and properties of
/// our own.
extension SchemaReader {
  /// Takes the type and the constraints of a field into its column.
  mutating func takeConstraints(_ field: JSONValue, _ column: inout Column) {
    var constraints = ValueConstraints()
    takeType(field, &column, &constraints)
    if let asked = field["constraints"] { takeConstraints(asked, &column, &constraints) }
    constraints.startsWithCapital = flag(field, "mdcatalog:startsWithCapital")
    constraints.endsWithoutPunctuation = flag(field, "mdcatalog:noFinalPunctuation")
    constraints.isWithoutName = flag(field, "mdcatalog:withoutName")
    constraints.forbiddenSuffixes = strings(field, "mdcatalog:forbiddenSuffixes")
      .filter { !$0.isEmpty }
    takeCode(field, &column, &constraints)
    if !constraints.isEmpty { column.constraints = constraints }
  }

  /// Terms in code are labels in code; of other columns each value is looked at.
  private mutating func takeCode(
    _ field: JSONValue, _ column: inout Column, _ constraints: inout ValueConstraints
  ) {
    guard flag(field, "mdcatalog:code") else { return }
    switch column.kind {
    case .text: constraints.isCode = true
    case .terms: column.isCode = true
    case .values(let values): column.kind = .values(values.inCode)
    }
  }

  // MARK: Types

  /// The types of Table Schema v2.
  private static let fieldTypes = [
    "string", "list", "number", "integer", "boolean", "object", "array", "datetime", "date",
    "time", "year", "yearmonth", "duration", "geopoint", "geojson", "any",
  ]

  private mutating func takeType(
    _ field: JSONValue, _ column: inout Column, _ constraints: inout ValueConstraints
  ) {
    guard let type = string(field, "type") else { return }
    if !Self.fieldTypes.contains(type) {
      return report(
        "There is no type \"\(Quotation.of(type))\"; \"list\" is for several values in a cell, "
          + "\"string\" for one", at: field["type"] ?? field)
    }
    column.isSingle = !["list", "array", "any"].contains(type)
    switch type {
    case "string": if string(field, "format") == "uri" { column.isLinked = true }
    case "boolean": takeTruthValues(field, &column)
    case "number": constraints.type = .number(numberFormat(field))
    case "integer": constraints.type = .integer(numberFormat(field))
    case "year": constraints.type = .date(.year, name: type)
    case "yearmonth": constraints.type = .date(.yearMonth, name: "month")
    case "date": constraints.type = dateType(field, .date, name: type)
    case "time": constraints.type = dateType(field, .time, name: type)
    case "datetime": constraints.type = dateType(field, .dateTime, name: "date and time")
    default: break
    }
  }

  /// Table Schema's `trueValues` and `falseValues`, or what it has in their place.
  private mutating func takeTruthValues(_ field: JSONValue, _ column: inout Column) {
    let standard = [
      ("trueValues", ["true", "True", "TRUE", "1"]),
      ("falseValues", ["false", "False", "FALSE", "0"]),
    ]
    var labels: [String] = []
    for (key, values) in standard {
      guard let member = field[key] else {
        labels += values
        continue
      }
      labels += strings(field, key).compactMap { checked($0, member) }
    }
    let terms = labels.map { Term(prefLabel: $0).knownWithoutCode }
    column.kind = .values(Vocabulary(name: column.name, terms: terms))
  }

  private mutating func numberFormat(_ field: JSONValue) -> ValueType.NumberFormat {
    var format = ValueType.NumberFormat()
    format.decimal = string(field, "decimalChar") ?? format.decimal
    format.group = string(field, "groupChar") ?? format.group
    if field["bareNumber"] != nil { format.isBare = flag(field, "bareNumber") }
    return format
  }

  /// A type of dates; nil where any writing will do.
  private mutating func dateType(
    _ field: JSONValue, _ standard: DateFormat, name: String
  ) -> ValueType? {
    guard let source = string(field, "format"), source != "default" else {
      return .date(standard, name: name)
    }
    if source == "any" { return nil }
    if let format = DateFormat(source) { return .date(format, name: name) }
    report(
      "A date's format is \"default\", \"any\" or made of %Y %y %m %d %H %M %S",
      at: field["format"] ?? field)
    return nil
  }

  // MARK: Constraints

  private mutating func takeConstraints(
    _ asked: JSONValue, _ column: inout Column, _ constraints: inout ValueConstraints
  ) {
    if asked.object == nil { return report("\"constraints\" must be an object", at: asked) }
    column.isRequired = flag(asked, "required")
    column.isUnique = flag(asked, "unique")
    constraints.lengthMin = count(asked, "minLength")
    constraints.lengthMax = count(asked, "maxLength")
    constraints.minimum = number(asked, "minimum")
    constraints.maximum = number(asked, "maximum")
    constraints.pattern = pattern(asked)
    if asked["enum"] != nil {
      let terms = items(asked, "enum").compactMap { term($0) }
      column.kind = .values(Vocabulary(name: column.name, terms: terms))
    }
  }

  /// A bound; Table Schema has numbers as such, and as text.
  private mutating func number(_ value: JSONValue, _ key: String) -> Double? {
    guard let member = value[key] else { return nil }
    if let number = member.double ?? member.string.flatMap(Double.init) { return number }
    report("\"\(key)\" must be a number", at: member)
    return nil
  }

  private mutating func pattern(_ asked: JSONValue) -> TextPattern? {
    guard let source = string(asked, "pattern") else { return nil }
    do throws(TextPattern.Failure) { return try TextPattern(source) } catch {
      report("The pattern cannot be used: \(error.message)", at: asked["pattern"] ?? asked)
      return nil
    }
  }
}
