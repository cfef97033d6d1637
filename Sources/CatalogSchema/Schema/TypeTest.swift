extension Column {
  /// A test whether a text can be read as a type, without a schema.
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

    /// Whether a text is of the type.
    package func takes(_ text: String) -> Bool { type.takes(text) }
  }
}
