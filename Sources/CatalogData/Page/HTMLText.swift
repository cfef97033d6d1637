import TableSyntax

/// Writes HTML in pieces.
struct HTMLText {
  private static let pieceByteCount = 1 << 18

  private var bytes = ContiguousArray<UInt8>()

  /// Adds markup, never text of the catalog.
  mutating func markup(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds escaped text; its character references stay.
  mutating func text(_ text: String) { append(text, keepsReferences: true) }

  /// Adds an escaped attribute value.
  mutating func attribute(_ text: String) { append(text, keepsReferences: false) }

  /// Adds the pieces of a cell; links with unsafe schemes become text.
  mutating func inline(_ text: InlineText) {
    for piece in text.pieces {
      switch piece {
      case .text(let text): self.text(text)
      case .lineBreak: markup("<br>")
      case .link(let text, let destination):
        guard Self.isSafe(destination) else {
          self.text(text)
          continue
        }
        markup("<a rel=\"noopener noreferrer\" href=\"")
        attribute(destination)
        markup("\">")
        self.text(text)
        markup("</a>")
      }
    }
  }

  /// Passes on what was written, once it is a large piece or `atOnce`.
  mutating func drain(atOnce: Bool = false, _ send: ByteSink) {
    guard !bytes.isEmpty, atOnce || bytes.count >= Self.pieceByteCount else { return }
    send(bytes.span)
    bytes.removeAll(keepingCapacity: true)
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
