/// A JSON value (RFC 8259 §3) with its place in the bytes it was read from.
package struct JSONValue: Sendable {
  /// What the value is.
  package enum Kind: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    /// A long string as UTF-8, which can be read without a copy.
    case text(ContiguousArray<UInt8>)
    case array([JSONValue])
    case object([JSONMember])
  }

  /// What the value is.
  package var kind: Kind
  private let start: UInt32
  private let end: UInt32

  /// A value with its place in a source.
  package init(_ kind: Kind, byteRange: Range<Int> = 0..<0) {
    self.kind = kind
    start = UInt32(clamping: byteRange.lowerBound)
    end = UInt32(clamping: byteRange.upperBound)
  }

  /// Its bytes in the source; empty for a value made here.
  package var byteRange: Range<Int> { Int(start)..<Int(end) }

  /// The value `null`.
  package static let null = JSONValue(.null)
  /// A string.
  package static func string(_ text: String) -> JSONValue { JSONValue(.string(text)) }
  /// A whole number.
  package static func int(_ number: Int) -> JSONValue {
    JSONValue(.number(JSONNumber(text: String(number))))
  }
  /// A number; null for one that JSON cannot write.
  package static func number(_ number: Double) -> JSONValue {
    if let whole = Int(exactly: number) { return int(whole) }
    return number.isFinite ? JSONValue(.number(JSONNumber(text: String(number)))) : .null
  }
  /// A truth value.
  package static func bool(_ flag: Bool) -> JSONValue { JSONValue(.bool(flag)) }
  /// An array.
  package static func array(_ items: [JSONValue]) -> JSONValue { JSONValue(.array(items)) }
  /// An object; the members keep their order.
  package static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    JSONValue(.object(members.map { JSONMember(key: $0.0, value: $0.1) }))
  }

  /// Whether this is `null`.
  package var isNull: Bool { if case .null = kind { true } else { false } }
  /// The text of a string; a long one is copied.
  package var string: String? {
    switch kind {
    case .string(let text): text
    case .text(let bytes): String(decoding: bytes, as: UTF8.self)
    default: nil
    }
  }
  /// The text of a string as UTF-8; a long one is not copied.
  package var utf8: ContiguousArray<UInt8>? {
    switch kind {
    case .string(let text): ContiguousArray(text.utf8)
    case .text(let bytes): bytes
    default: nil
    }
  }
  /// The value of a number that is a whole one and fits.
  package var int: Int? { number?.int }
  /// The value of a number.
  package var double: Double? { number?.double }
  /// Its number, nil for anything else.
  package var number: JSONNumber? { if case .number(let number) = kind { number } else { nil } }
  /// The value of `true` or `false`.
  package var bool: Bool? { if case .bool(let flag) = kind { flag } else { nil } }
  /// The items of an array.
  package var array: [JSONValue]? { if case .array(let items) = kind { items } else { nil } }
  /// The members of an object, in order.
  package var object: [JSONMember]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The value of an object's last member of this name.
  package subscript(key: String) -> JSONValue? { object?.last { $0.key == key }?.value }

  /// Estimated bytes of memory of the value and all in it.
  ///
  /// - Complexity: O(values)
  package var memoryByteCount: Int {
    let own = MemoryLayout<JSONValue>.stride
    return switch kind {
    case .null, .bool: own
    case .number(let number): own + number.text.utf8.count
    case .string(let text): own + text.utf8.count
    case .text(let bytes): own + bytes.count
    case .array(let items): items.reduce(own) { $0 + $1.memoryByteCount }
    case .object(let members):
      members.reduce(own) {
        $0 + MemoryLayout<JSONMember>.stride + $1.key.utf8.count + $1.value.memoryByteCount
      }
    }
  }
}

/// A member of an object.
package struct JSONMember: Sendable {
  /// The name.
  package let key: String
  private let keyStart: UInt32
  private let keyEnd: UInt32
  /// The value.
  package let value: JSONValue

  /// A member with its name's place in a source.
  package init(key: String, keyByteRange: Range<Int> = 0..<0, value: JSONValue) {
    self.key = key
    keyStart = UInt32(clamping: keyByteRange.lowerBound)
    keyEnd = UInt32(clamping: keyByteRange.upperBound)
    self.value = value
  }

  /// The name's bytes in the source, quotes included.
  package var keyByteRange: Range<Int> { Int(keyStart)..<Int(keyEnd) }
}

/// A number as it was written (RFC 8259 §6), without loss.
package struct JSONNumber: Sendable, Hashable {
  /// The source text.
  package var text: String
  /// The value, where it is a whole number that fits.
  package var int: Int? { Int(text) ?? Double(text).flatMap { Int(exactly: $0) } }
  /// The nearest double; nil where the number is out of range.
  package var double: Double? { Double(text).flatMap { $0.isFinite ? $0 : nil } }
}
