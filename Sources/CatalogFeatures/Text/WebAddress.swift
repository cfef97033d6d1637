import TableSyntax

/// URLs of the web (`http`, `https`) that links may lead to.
package enum WebAddress {
  /// The URL of a link's destination as it is written, with characters that no URI may contain
  /// percent-encoded (RFC 3986 §2); nil for another scheme and a URL that is too long.
  package static func encoded(_ destination: String) -> String? {
    if destination.utf8.count > DisplayLimits.urlByteCountMax { return nil }
    let source = ContiguousArray(destination.utf8)
    let address = LinkDestination.url(source.span, 0..<source.count)
    let lower = String(decoding: address.prefix(8), as: UTF8.self).lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(address.count)
    for byte in address {
      if isPlain(byte) { encoded.append(byte) } else { encoded += hex(byte).utf8 }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"<>()\\\"`{}|^".utf8.contains(byte)
  }

  private static func hex(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
