/// Writes JSON (RFC 8259) into one run of bytes, with commas where they are due.
package struct JSONWriter: Sendable {
  /// What was written so far.
  package internal(set) var bytes: [UInt8] = []
  /// The offsets of open numbers in the bytes.
  package private(set) var openOffsets: [Int] = []
  private var needsComma = false

  /// A writer that has written nothing.
  package init() {}

  /// Starts an object.
  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Ends an object.
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Starts an array.
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Ends an array.
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// A member's name; its value comes next.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A string.
  package mutating func string(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { buffer in unsafe appendQuoted(Span(_unsafeElements: buffer)) }
  }

  /// A whole number.
  package mutating func int(_ number: Int) {
    separate()
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude)
  }

  private mutating func appendDigits(_ number: UInt) {
    if number >= 10 { appendDigits(number / 10) }
    bytes.append(UInt8(truncatingIfNeeded: number % 10) + UInt8(ascii: "0"))
  }

  /// A whole number that is not known yet: notes its place and writes nothing.
  package mutating func openNumber() {
    separate()
    openOffsets.append(bytes.count)
  }

  /// A value that was written before, with one number for all its open ones.
  ///
  /// - Complexity: O(value), by copying
  package mutating func fill(_ value: [UInt8], openOffsets: [Int], with number: Int) {
    separate()
    var start = 0
    for offset in openOffsets {
      bytes.append(contentsOf: value[start..<offset])
      appendDigits(number.magnitude)
      start = offset
    }
    bytes.append(contentsOf: value[start...])
  }

  /// A part of JSON as it is, for what is written often; the caller writes its commas.
  package mutating func literal(_ part: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount))
    needsComma = false
  }

  /// A part of JSON as it is.
  package mutating func literal(_ part: [UInt8]) {
    bytes.append(contentsOf: part)
    needsComma = false
  }

  /// Ends a value that `literal` wrote.
  package mutating func endValue() { needsComma = true }

  /// `true` or `false`.
  package mutating func bool(_ flag: Bool) { word(flag ? "true" : "false") }
  /// `null`.
  package mutating func null() { word("null") }

  /// A value that is JSON already.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// Any value.
  package mutating func write(_ value: JSONValue) {
    switch value.kind {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .number(let number): word(number.text)
    case .string(let text): string(text)
    case .text(let utf8): string(String(decoding: utf8, as: UTF8.self))
    case .array(let items):
      beginArray()
      for item in items { write(item) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        write(member.value)
      }
      endObject()
    }
  }

  /// One value as JSON.
  package static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    return writer.bytes
  }

  private mutating func word(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  /// Writes the comma that is due before a value.
  package mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Copies runs that need no escape in one go.
  private mutating func appendQuoted(_ text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var index = 0
    while true {
      let end = text.firstIndex(from: index, in: ByteWord.special)
      unsafe text.extracting(index..<end).withUnsafeBufferPointer {
        unsafe bytes.append(contentsOf: $0)
      }
      if end == text.count { break }
      appendEscape(text[end])
      index = end + 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    let escape: String
    switch byte {
    case 0x0A: escape = "\\n"
    case 0x09: escape = "\\t"
    case 0x0D: escape = "\\r"
    case 0x22: escape = "\\\""
    case 0x5C: escape = "\\\\"
    default: escape = "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    bytes.append(contentsOf: escape.utf8)
  }
}
