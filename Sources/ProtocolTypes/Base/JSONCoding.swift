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
}

extension JSONEncodable where Self: RawRepresentable, RawValue: JSONEncodable {
  /// Writes the raw value.
  package func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }
}

extension JSONWriter {
  /// Writes an object whose members `body` writes.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// Writes a member.
  mutating func member(_ name: String, _ value: some JSONEncodable) {
    key(name)
    value.write(to: &self)
  }

  /// Writes a member unless its value is nil.
  mutating func member(_ name: String, ifPresent value: (some JSONEncodable)?) {
    if let value { member(name, value) }
  }
}
