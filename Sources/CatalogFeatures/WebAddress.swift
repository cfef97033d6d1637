/// Addresses of the web as links may lead to them.
package enum WebAddress {
  /// An address of the web with what no URI may hold percent-encoded (RFC 3986 §2), backslash
  /// escapes read; nil for another scheme.
  package static func encoded(_ address: String) -> String? {
    let lower = address.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    var out = ""
    var bytes = Array(address.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "\\"), let next = bytes.first, isPunctuation(next) { continue }
      out += isPlain(byte) ? String(Unicode.Scalar(byte)) : hex(byte)
    }
    return out
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"<>()\\\"`{}|^".utf8.contains(byte)
  }

  private static func hex(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
