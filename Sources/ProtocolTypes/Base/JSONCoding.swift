package import JSONText

/// A value that is read from a message.
package protocol JSONDecodable: Sendable {
  /// Reads the value; throws where a required member is missing or of the wrong type.
  init(_ json: JSONValue) throws(InvalidParams)
}

/// A value that is written to a message.
package protocol JSONEncodable: Sendable {
  /// Writes the value.
  func write(to writer: inout JSONWriter)
  /// Whether a member with this value is left out.
  var isNil: Bool { get }
}

extension JSONEncodable {
  /// No value but nil is left out.
  package var isNil: Bool { false }
}

/// What is wrong with a message's parameters.
package struct InvalidParams: Error, Equatable {
  /// The reason, to be shown to users.
  package var message: String

  /// An error with a reason.
  package init(_ message: String) { self.message = message }

  static func missing(_ name: String) -> InvalidParams { InvalidParams("\(name) is missing") }
}

/// Parameters that are not read.
package struct NoParams: JSONDecodable {
  /// Takes anything.
  package init(_ json: JSONValue) throws(InvalidParams) {}
}

/// The result `null`.
package struct NullResult: JSONEncodable {
  /// The one value.
  package init() {}

  /// Writes `null`.
  package func write(to writer: inout JSONWriter) { writer.null() }
}

extension Optional: JSONEncodable where Wrapped: JSONEncodable {
  /// Writes the value or `null`.
  package func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.null() }
  }

  /// Whether there is no value.
  package var isNil: Bool { self == nil }

  /// The value, or `null` for a member that is not left out.
  var orNull: any JSONEncodable { if let self { self } else { NullResult() } }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  /// Writes the items.
  package func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for item in self { item.write(to: &writer) }
    writer.endArray()
  }
}

extension String: JSONEncodable {
  /// Writes a string.
  package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONEncodable {
  /// Writes a number.
  package func write(to writer: inout JSONWriter) { writer.int(self) }
}

extension Bool: JSONEncodable {
  /// Writes `true` or `false`.
  package func write(to writer: inout JSONWriter) { writer.bool(self) }

  /// `true`, or nil for a member that is left out.
  var orNil: Bool? { self ? true : nil }
}

extension JSONValue: JSONEncodable {
  /// Writes the value.
  package func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension JSONEncodable where Self: RawRepresentable, RawValue: JSONEncodable {
  /// Writes the raw value.
  package func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }
}

extension JSONWriter {
  /// Writes a member.
  mutating func member(_ name: String, _ value: some JSONEncodable) {
    key(name)
    value.write(to: &self)
  }
}
