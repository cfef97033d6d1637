import TableSyntax

/// A value as the text of a cell: trimmed, pipes escaped (GFM 0.29 §4.10), line endings as `<br>`.
struct CellValue {
  /// A way in which a cell differs from the value, as a message.
  enum Change: String {
    case pipe = "pipes are written as \\|"
    case lineEnd = "line endings are written as <br>"
  }

  /// The cell's text.
  private(set) var bytes: [UInt8] = []
  private(set) var changes: [Change] = []

  /// Reads a value.
  ///
  /// - Complexity: O(value)
  init(_ value: [UInt8]) {
    let text = Self.trimmed(value)
    bytes.reserveCapacity(text.count)
    var isAfterReturn = false
    for byte in value[text] {
      switch byte {
      case 0x0A where isAfterReturn: break
      case 0x0A, 0x0D: append("<br>", .lineEnd)
      case UInt8(ascii: "|") where bytes.last != UInt8(ascii: "\\"): append("\\|", .pipe)
      default: bytes.append(byte)
      }
      isAfterReturn = byte == 0x0D
    }
  }

  private mutating func append(_ text: String, _ change: Change) {
    bytes += Array(text.utf8)
    if !changes.contains(change) { changes.append(change) }
  }

  /// Trims form feeds at the start too: renderers skip them after a pipe, but not before one.
  private static func trimmed(_ value: [UInt8]) -> Range<Int> {
    guard let first = value.firstIndex(where: { !$0.isSpace }),
      let last = value.lastIndex(where: { !$0.isSpace || $0 == 0x0B || $0 == 0x0C })
    else { return 0..<0 }
    return first..<last + 1
  }

  /// A name and a URL as a link, the name alone if the URL is empty; nil if they make no link.
  static func link(_ name: [UInt8], _ url: [UInt8]) -> [UInt8]? {
    if url.isEmpty { return name }
    let link = Array("[".utf8) + name + Array("]".utf8) + LinkTargetText.text(of: url)
    let links = InlineLinks(in: link.span, 0..<link.count).links
    return links.contains { $0.range == 0..<link.count } ? link : nil
  }
}
