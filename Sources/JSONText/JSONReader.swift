/// Reads JSON strictly by RFC 8259; nesting is bounded.
package struct JSONReader {
  /// Arrays and objects inside one another, at most.
  package static let depthMax = 128
  /// Bytes of a source, at most: places are kept in 32 bits.
  package static let byteCountMax = Int(UInt32.max)
  /// Bytes from which on a string's text is kept as bytes.
  package static let longStringByteCount = 4096

  /// A reader may ignore it (RFC 8259 §8.1); some editors begin files with it.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let source: ContiguousArray<UInt8>
  private var index = 0
  private var depth = 0

  private init(_ source: ContiguousArray<UInt8>) {
    self.source = source
  }

  /// Reads a source that holds one value, with or without a byte order mark.
  ///
  /// A lone surrogate escape becomes U+FFFD; of equal names in an object the last counts.
  ///
  /// - Complexity: O(bytes)
  package static func parse(_ source: ContiguousArray<UInt8>) throws(JSONError) -> JSONValue {
    if source.count > byteCountMax {
      throw JSONError(message: "Longer than \(byteCountMax) bytes", byteOffset: byteCountMax)
    }
    var reader = JSONReader(source)
    return try reader.readAll()
  }

  /// Reads a source that holds one value.
  package static func parse(_ source: [UInt8]) throws(JSONError) -> JSONValue {
    try parse(ContiguousArray(source))
  }

  private mutating func readAll() throws(JSONError) -> JSONValue {
    if source.starts(with: Self.byteOrderMark) { index = Self.byteOrderMark.count }
    skipBlanks()
    let value = try readValue()
    skipBlanks()
    if index < source.count { throw error("Unexpected text after the value") }
    return value
  }

  private func error(_ message: String) -> JSONError {
    JSONError(message: message, byteOffset: index)
  }

  private var byte: UInt8? { index < source.count ? source[index] : nil }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func readValue() throws(JSONError) -> JSONValue {
    let start = index
    let kind = try readKind()
    return JSONValue(kind, byteRange: start..<index)
  }

  private mutating func readKind() throws(JSONError) -> JSONValue.Kind {
    switch byte {
    case UInt8(ascii: "{"): return .object(try readObject())
    case UInt8(ascii: "["): return .array(try readArray())
    case UInt8(ascii: "\""): return try readString()
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return .number(try readNumber())
    case nil: throw error("Unexpected end: a value is missing")
    default: throw error("A value was expected here")
    }
  }

  private mutating func readWord(
    _ word: String, _ kind: JSONValue.Kind
  ) throws(JSONError) -> JSONValue.Kind {
    guard source[index...].starts(with: word.utf8) else {
      throw error("A value was expected here")
    }
    index += word.utf8.count
    return kind
  }

  private mutating func open() throws(JSONError) {
    depth += 1
    if depth > Self.depthMax { throw error("Nested deeper than \(Self.depthMax) levels") }
    index += 1
    skipBlanks()
  }

  /// After an item: true where another follows, false where the container ends.
  private mutating func hasNext(until close: UInt8) throws(JSONError) -> Bool {
    skipBlanks()
    guard let byte else { throw error("Unexpected end inside an array or object") }
    if byte == close { return false }
    guard byte == UInt8(ascii: ",") else {
      throw error("A comma or \(Unicode.Scalar(close)) was expected here")
    }
    index += 1
    skipBlanks()
    return true
  }

  private mutating func readArray() throws(JSONError) -> [JSONValue] {
    try open()
    var items: [JSONValue] = []
    if byte != UInt8(ascii: "]") {
      repeat { items.append(try readValue()) } while try hasNext(until: UInt8(ascii: "]"))
    }
    index += 1
    depth -= 1
    return items
  }

  private mutating func readObject() throws(JSONError) -> [JSONMember] {
    try open()
    var members: [JSONMember] = []
    if byte != UInt8(ascii: "}") {
      repeat { members.append(try readMember()) } while try hasNext(until: UInt8(ascii: "}"))
    }
    index += 1
    depth -= 1
    return members
  }

  private mutating func readMember() throws(JSONError) -> JSONMember {
    guard byte == UInt8(ascii: "\"") else { throw error("A name in quotes was expected here") }
    let start = index
    let key = try readShortString()
    let keyRange = start..<index
    skipBlanks()
    guard byte == UInt8(ascii: ":") else { throw error("A colon was expected here") }
    index += 1
    skipBlanks()
    return JSONMember(key: key, keyByteRange: keyRange, value: try readValue())
  }

  // MARK: Numbers

  private mutating func readNumber() throws(JSONError) -> JSONNumber {
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    if byte == UInt8(ascii: "0") { index += 1 } else { try readDigits() }
    if byte == UInt8(ascii: ".") {
      index += 1
      try readDigits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      try readDigits()
    }
    return JSONNumber(text: String(decoding: source[start..<index], as: UTF8.self))
  }

  private mutating func readDigits() throws(JSONError) {
    let start = index
    while let byte, (0x30...0x39).contains(byte) { index += 1 }
    if index == start { throw error("A digit was expected here") }
  }

  // MARK: Strings

  private mutating func readString() throws(JSONError) -> JSONValue.Kind {
    let extent = try StringReading.extent(in: source.span, from: index + 1)
    return extent.byteCount < Self.longStringByteCount
      ? .string(try readText(extent)) : .text(try readBytes(extent))
  }

  private mutating func readShortString() throws(JSONError) -> String {
    try readText(StringReading.extent(in: source.span, from: index + 1))
  }

  private mutating func readText(_ extent: StringReading.Extent) throws(JSONError) -> String {
    let run = index + 1..<extent.end
    if extent.byteCount == run.count {
      index = extent.end + 1
      return String(decoding: source[run], as: UTF8.self)
    }
    return String(decoding: try readBytes(extent), as: UTF8.self)
  }

  private mutating func readBytes(
    _ extent: StringReading.Extent
  ) throws(JSONError) -> ContiguousArray<UInt8> {
    var text = ContiguousArray<UInt8>()
    text.reserveCapacity(extent.byteCount)
    try StringReading.append(source.span, from: index + 1, extent, to: &text)
    index = extent.end + 1
    return text
  }
}
