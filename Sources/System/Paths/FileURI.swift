/// Paths in `file:` URIs (RFC 8089).
package enum FileURI {
  /// The path of a URI; nil for another scheme and for a relative or empty path.
  ///
  /// The host is ignored, as is its absence (`file:/path`); a stray `%` is a character.
  package static func path(_ uri: String) -> String? {
    let scheme = "file:"
    guard uri.prefix(scheme.count).lowercased() == scheme else { return nil }
    var rest = Array(uri.utf8.dropFirst(scheme.count))[...]
    if rest.starts(with: "//".utf8) { rest = rest.dropFirst(2).drop { $0 != UInt8(ascii: "/") } }
    guard rest.first == UInt8(ascii: "/") else { return nil }
    let path = decoded(rest)
    return path.contains(0) ? nil : String(decoding: path, as: UTF8.self)
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        decoded.append(UInt8(truncatingIfNeeded: digits[0] << 4 | digits[1]))
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  /// The URI of an absolute path; of a relative path, the relative reference (RFC 3986 §4.1).
  package static func uri(_ path: String) -> String {
    var out = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    for byte in path.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || "-._~/".utf8.contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      out += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
    }
    return out
  }
}
