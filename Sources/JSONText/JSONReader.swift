/// Reads JSON strictly as RFC 8259 has it; nesting is bounded.
package struct JSONReader {
  /// Arrays and objects inside one another, at most.
  package static let depthMax = 128

  private let source: [UInt8]
  private var index = 0
  private var depth = 0

  private init(_ source: [UInt8]) {
    self.source = source
    // RFC 8259 §8.1 lets a reader pass by a byte order mark.
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// Reads one value and nothing behind it, perhaps behind a byte order mark.
  ///
  /// A lone surrogate escape becomes U+FFFD; of equal names in an object the last counts.
  ///
  /// - Complexity: O(bytes)
  package static func parse(_ source: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(source)
    reader.skipBlanks()
    let value = try reader.readValue()
    reader.skipBlanks()
    if reader.index < source.count { throw reader.error("Unexpected text after the value") }
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
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"):
      try readWord("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try readWord("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try readWord("null")
      return .null
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return .number(try readNumber())
    case nil: throw error("Unexpected end: a value is missing")
    default: throw error("A value was expected here")
    }
  }

  private mutating func readWord(_ word: String) throws(JSONError) {
    guard source[index...].starts(with: word.utf8) else {
      throw error("A value was expected here")
    }
    index += word.utf8.count
  }

  private mutating func open() throws(JSONError) {
    depth += 1
    if depth > Self.depthMax { throw error("Nested deeper than \(Self.depthMax) levels") }
    index += 1
    skipBlanks()
  }

  /// After an item: true where another follows, false where the container ends.
  private mutating func goesOn(until close: UInt8) throws(JSONError) -> Bool {
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
      repeat { items.append(try readValue()) } while try goesOn(until: UInt8(ascii: "]"))
    }
    index += 1
    depth -= 1
    return items
  }

  private mutating func readObject() throws(JSONError) -> [JSONMember] {
    try open()
    var members: [JSONMember] = []
    if byte != UInt8(ascii: "}") {
      repeat { members.append(try readMember()) } while try goesOn(until: UInt8(ascii: "}"))
    }
    index += 1
    depth -= 1
    return members
  }

  private mutating func readMember() throws(JSONError) -> JSONMember {
    guard byte == UInt8(ascii: "\"") else { throw error("A name in quotes was expected here") }
    let start = index
    let key = try readString()
    let keyRange = start..<index
    skipBlanks()
    guard byte == UInt8(ascii: ":") else { throw error("A colon was expected here") }
    index += 1
    skipBlanks()
    return JSONMember(key: key, keyByteRange: keyRange, value: try readValue())
  }

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

  private mutating func readString() throws(JSONError) -> String {
    index += 1
    let runStart = index
    skipPlainRun()
    if byte == UInt8(ascii: "\"") {
      let text = try text(of: source[runStart..<index])
      index += 1
      return text
    }
    var bytes = Array(source[runStart..<index])
    while let byte, byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\") else {
        throw error("A control character must be escaped in a string")
      }
      try readEscape(into: &bytes)
      let start = index
      skipPlainRun()
      bytes.append(contentsOf: source[start..<index])
    }
    guard byte != nil else { throw error("Unexpected end inside a string") }
    let text = try text(of: bytes[...])
    index += 1
    return text
  }

  /// Bytes that stand for themselves.
  private mutating func skipPlainRun() {
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      index += 1
    }
  }

  private func text(of bytes: ArraySlice<UInt8>) throws(JSONError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw error("The string is not valid UTF-8")
    }
    return text
  }

  private mutating func readEscape(into bytes: inout [UInt8]) throws(JSONError) {
    index += 1
    guard let letter = byte else { throw error("Unexpected end inside a string") }
    index += 1
    switch letter {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(letter)
    case UInt8(ascii: "u"): try readUnicodeEscape(into: &bytes)
    default:
      index -= 1
      throw error("No such escape in a string")
    }
  }

  private mutating func readUnicodeEscape(into bytes: inout [UInt8]) throws(JSONError) {
    let unit = try readHex()
    var scalar = UInt32(unit)
    if (0xD800...0xDBFF).contains(unit), source[index...].starts(with: [0x5C, 0x75]) {
      let mark = index
      index += 2
      let low = try readHex()
      if (0xDC00...0xDFFF).contains(low) {
        scalar = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
      } else {
        index = mark
      }
    }
    let valid = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    bytes.append(contentsOf: String(Character(valid)).utf8)
  }

  private mutating func readHex() throws(JSONError) -> UInt16 {
    guard index + 4 <= source.count,
      let unit = UInt16(String(decoding: source[index..<index + 4], as: UTF8.self), radix: 16),
      source[index] != UInt8(ascii: "+")
    else { throw error("Four hexadecimal digits were expected here") }
    index += 4
    return unit
  }
}
