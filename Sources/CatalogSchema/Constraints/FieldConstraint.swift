package import JSONText

/// One thing that a field of a Table Schema (v2) says of its values, besides its vocabulary.
package struct FieldConstraint {
  /// Members of a JSON object.
  package typealias Members = [(key: String, value: JSONValue)]

  /// The property that says it.
  package let name: String
  /// The members that say it: of the field itself its type, else of its `constraints`.
  package let members: Members
  private let condition: (String) -> Bool

  fileprivate init(
    _ name: String, _ members: Members, _ condition: @escaping (String) -> Bool
  ) {
    self.name = name
    self.members = members
    self.condition = condition
  }

  fileprivate init(
    _ name: String, _ value: JSONValue, _ condition: @escaping (String) -> Bool
  ) {
    self.init(name, [(name, value)], condition)
  }

  /// Whether it is the field's type and no constraint in Table Schema's sense.
  package var isType: Bool { name == "type" }

  /// Whether it holds for a field that is not empty.
  package func holds(for text: String) -> Bool { condition(text) }
}

extension Column {
  /// What the column asks of a single value, as far as Table Schema has words for it.
  package var fieldConstraints: [FieldConstraint] {
    var found = constraints?.fieldConstraints ?? []
    if case .values(let vocabulary) = kind, isClosed {
      let labels = vocabulary.terms.map(\.cellLabel)
      let known = Set(labels)
      found.append(
        FieldConstraint("enum", .array(labels.map { .string($0) })) { known.contains($0) })
    }
    return found
  }
}

extension ValueConstraints {
  /// Bounds are asked of numbers alone, patterns and lengths of texts alone.
  fileprivate var fieldConstraints: [FieldConstraint] {
    guard let type else { return ofTexts }
    let ofType = FieldConstraint("type", type.fieldMembers) { type.isWritten($0) }
    return [ofType] + (type.isNumber ? bounds(type) : [])
  }

  private var ofTexts: [FieldConstraint] {
    [
      pattern.map { pattern in
        FieldConstraint("pattern", .string(pattern.source)) { pattern.matches($0) }
      },
      lengthMin.map { min in
        FieldConstraint("minLength", .int(min)) { $0.count >= min }
      },
      lengthMax.map { max in
        FieldConstraint("maxLength", .int(max)) { $0.unicodeScalars.count <= max }
      },
    ].compactMap { $0 }
  }

  private func bounds(_ type: ValueType) -> [FieldConstraint] {
    func bound(
      _ name: String, _ bound: Double?, _ isKept: @escaping (Double, Double) -> Bool
    ) -> FieldConstraint? {
      guard let bound, bound.isFinite else { return nil }
      return FieldConstraint(name, .number(bound)) { text in
        type.isWritten(text) && type.number(text).map { isKept($0, bound) } ?? false
      }
    }
    return [bound("minimum", minimum, >=), bound("maximum", maximum, <=)].compactMap { $0 }
  }
}

extension ValueType {
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .integer: true
    case .date: false
    }
  }

  /// Whether a text is written as Table Schema has it: a whole number without a fraction or power.
  fileprivate func isWritten(_ text: String) -> Bool {
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

  /// Table Schema's name for a type of dates that messages call so, and its format.
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
