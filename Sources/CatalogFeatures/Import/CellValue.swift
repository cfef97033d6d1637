import CatalogModel
import TableSyntax

/// A value as the text of a cell: without blanks at its ends, each pipe behind a backslash (GFM
/// 0.29 §4.10), each line's end a `<br>`.
struct CellValue {
  /// What is written otherwise than it was given, for people.
  enum Change: String, CaseIterable {
    case pipe = "a pipe is written as \\|"
    case lineEnd = "a line's end is written as <br>"
  }

  /// The cell's text.
  private(set) var bytes: [UInt8] = []
  private(set) var changes: [Change] = []

  /// Reads a value.
  ///
  /// - Complexity: O(value)
  init(_ value: [UInt8]) {
    let text = Self.withoutBlanks(value)
    bytes.reserveCapacity(text.count)
    var isBehindReturn = false
    for byte in value[text] {
      switch byte {
      case 0x0A where isBehindReturn: break
      case 0x0A, 0x0D: append("<br>", .lineEnd)
      case UInt8(ascii: "|") where bytes.last != UInt8(ascii: "\\"): append("\\|", .pipe)
      default: bytes.append(byte)
      }
      isBehindReturn = byte == 0x0D
    }
  }

  private mutating func append(_ text: String, _ change: Change) {
    bytes += Array(text.utf8)
    if !changes.contains(change) { changes.append(change) }
  }

  /// Form feeds go as blanks do: behind a pipe renderers pass them by.
  private static func withoutBlanks(_ value: [UInt8]) -> Range<Int> {
    guard let first = value.firstIndex(where: { !$0.isSpace }),
      let last = value.lastIndex(where: { !$0.isSpace })
    else { return 0..<0 }
    return first..<last + 1
  }

  /// A name and an address as a link, the name alone where there is no address; nil where no link
  /// comes of them.
  static func link(_ name: [UInt8], _ address: [UInt8]) -> [UInt8]? {
    if address.isEmpty { return name }
    for destination in [address, [UInt8(ascii: "<")] + address + [UInt8(ascii: ">")]] {
      let link = Array("[".utf8) + name + Array("](".utf8) + destination + Array(")".utf8)
      let links = InlineLinks(in: link.span, 0..<link.count).links
      if links.contains(where: { $0.range == 0..<link.count }) { return link }
    }
    return nil
  }
}
