import TableSyntax

/// Addresses of the web as links may lead to them.
package enum WebAddress {
  /// A link's destination, as it is written, as an address of the web with what no URI may hold
  /// percent-encoded (RFC 3986 §2); nil for another scheme.
  package static func encoded(_ destination: String) -> String? {
    let source = ContiguousArray(destination.utf8)
    let address = LinkDestination.url(source.span, 0..<source.count)
    let lower = String(decoding: address.prefix(8), as: UTF8.self).lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    return address.map { isPlain($0) ? String(Unicode.Scalar($0)) : hex($0) }.joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"<>()\\\"`{}|^".utf8.contains(byte)
  }

  private static func hex(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
