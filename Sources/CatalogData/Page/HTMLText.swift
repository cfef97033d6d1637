import TableSyntax

/// Writes HTML in pieces.
struct HTMLText {
  private var bytes = ContiguousArray<UInt8>()

  /// Adds markup, never text of the catalog.
  mutating func markup(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Escaped text; its character references stay, but not in attributes.
  static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var html = HTMLText()
    html.append(text, keepsReferences: !isAttribute)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  /// Adds the pieces of a cell; links with unsafe schemes become text.
  mutating func inline(_ text: InlineText) {
    for piece in text.pieces {
      switch piece {
      case .link(let text, let destination) where Self.isSafe(destination):
        markup("<a rel=\"noopener noreferrer\" href=\"")
        append(destination, keepsReferences: false)
        markup("\">")
        append(text, keepsReferences: true)
        markup("</a>")
      case .text(let text), .link(let text, _): append(text, keepsReferences: true)
      case .lineBreak: markup("<br>")
      }
    }
  }

  /// Passes on what was written, once it is a large piece or `atOnce`.
  mutating func drain(atOnce: Bool = false, _ send: ByteSink) {
    bytes.drain(atOnce: atOnce, to: send)
  }

  /// Whether a destination has a safe scheme: http, https or mailto.
  private static func isSafe(_ destination: String) -> Bool {
    let scheme = destination.prefix(8).lowercased()
    return scheme.hasPrefix("https://") || scheme.hasPrefix("http://")
      || scheme.hasPrefix("mailto:")
  }

  private mutating func append(_ text: String, keepsReferences: Bool) {
    let source = ContiguousArray(text.utf8)
    for (index, byte) in source.enumerated() {
      switch byte {
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      case UInt8(ascii: "&"):
        let isReference = keepsReferences && Self.isReference(source.span, at: index)
        markup(isReference ? "&" : "&amp;")
      // HTML allows none of these, not even as references.
      case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F: markup("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }

  /// Whether an ampersand starts a character reference (GFM 0.29 §6.2).
  private static func isReference(_ text: Span<UInt8>, at index: Int) -> Bool {
    let lengthMax = 32
    var start = index + 1
    var isPart: (UInt8) -> Bool = { $0.isLetter || $0.isDigit }
    if text.hasPrefix("&#x", at: index) {
      start = index + 3
      isPart = { $0.isDigit || $0.isLetter && $0 | 0x20 <= UInt8(ascii: "f") }
    } else if text.hasPrefix("&#", at: index) {
      start = index + 2
      isPart = \.isDigit
    }
    var end = start
    while end < text.count, end - start < lengthMax, isPart(text[end]) { end += 1 }
    return end > start && end < text.count && text[end] == UInt8(ascii: ";")
  }
}
