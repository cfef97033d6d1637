/// The header fields of a message (LSP 3.17, *Header Part*), without the blank line after them.
enum HeaderBlock {
  /// The content's length by a header.
  enum Length: Equatable {
    case count(Int)
    /// The field follows bytes that are not a header.
    case afterGarbage
    case invalid(String)
  }

  private static let name = Array("content-length".utf8)

  /// The length that a header gives; after garbage, the last field counts.
  static func contentLength(
    _ block: ArraySlice<UInt8>, afterGarbage isLost: Bool
  ) -> Length {
    var found: Length?
    var isAfterGarbage = false
    for line in block.split(omittingEmptySubsequences: true, whereSeparator: { $0 == 0x0A }) {
      guard let field = field(line) else { continue }
      if isLost {
        found = value(line[field...])
      } else if field == line.startIndex + name.count {
        let length = value(line[field...])
        if let found, found != length {
          return .invalid("two headers give different Content-Lengths")
        }
        found = length
      } else {
        isAfterGarbage = true
      }
    }
    return found ?? (isAfterGarbage ? .afterGarbage : .invalid("a header lacks Content-Length"))
  }

  /// The index after the last occurrence of the field's name in a line.
  private static func field(_ line: ArraySlice<UInt8>) -> Int? {
    var start = line.endIndex - name.count
    while start >= line.startIndex {
      let isName = zip(line[start...], name).allSatisfy { $0 | 0x20 == $1 }
      if isName { return start + name.count }
      start -= 1
    }
    return nil
  }

  /// The number after a field's name.
  private static func value(_ rest: ArraySlice<UInt8>) -> Length {
    let value = rest.drop(while: isSpace)
    guard value.first == UInt8(ascii: ":") else {
      return .invalid("Content-Length lacks its colon")
    }
    let digits = value.dropFirst().drop(while: isSpace).prefix { !isSpace($0) }
    let isNumber = !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    let isWhole = rest[digits.endIndex...].allSatisfy(isSpace)
    let text = String(decoding: digits.prefix(40), as: UTF8.self)
    guard isNumber, isWhole, let count = Int(text) else {
      return .invalid("Content-Length must be a number: \(text)")
    }
    return .count(count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
