import CatalogModel
import TableSyntax

/// A search for names; case, spaces, `-` and `_` are folded.
struct NameSearch {
  private let wanted: [UInt8]

  init(_ text: String) {
    let bytes = Array(text.utf8.prefix(DisplayLimits.searchedByteCountMax))
    wanted = Self.folded(Self.lowercased(bytes) ?? bytes)
  }

  /// How well a name matches, less is better: it is the text, starts with it, has a word that does,
  /// contains it, or has its letters in order; nil where it does not match. Reads the first
  /// `DisplayLimits.searchedByteCountMax` bytes.
  ///
  /// - Complexity: O(name × text)
  func rank(of name: [UInt8]) -> Int? {
    if name.isEmpty { return nil }
    if wanted.isEmpty { return 1 }
    let isLong = name.count > DisplayLimits.searchedByteCountMax
    let name = isLong ? Array(name.prefix(DisplayLimits.searchedByteCountMax)) : name
    let lowercased = Self.lowercased(name)
    let folded = Self.folded(lowercased ?? name)
    if folded == wanted { return 0 }
    if folded.starts(with: wanted) { return 1 }
    if hasWantedWord(name) || lowercased.map(hasWantedWord) == true { return 2 }
    if wanted.count >= 2, Self.contains(folded, wanted) { return 3 }
    return Self.hasInOrder(folded, wanted) ? 4 : nil
  }

  /// A text in small letters, as rows are ordered by them; nil where it is ASCII.
  private static func lowercased(_ text: [UInt8]) -> [UInt8]? {
    text.span.isASCII ? nil : Array(SortName(text).bytes)
  }

  private static func folded(_ text: [UInt8]) -> [UInt8] {
    text.filter { !isFolded($0) }.map(\.lowercasedASCII)
  }

  private static func isFolded(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// A word starts after a sign, and at a capital after a small letter.
  private func hasWantedWord(_ name: [UInt8]) -> Bool {
    name.indices.dropFirst().contains { index in
      let isStart =
        !Self.isWord(name[index - 1])
        || (0x41...0x5A).contains(name[index]) && (0x61...0x7A).contains(name[index - 1])
      return isStart && name[index...].lazy.map(\.lowercasedASCII).starts(with: wanted)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80
  }

  private static func contains(_ name: [UInt8], _ text: [UInt8]) -> Bool {
    name.indices.contains { name[$0...].starts(with: text) }
  }

  private static func hasInOrder(_ name: [UInt8], _ text: [UInt8]) -> Bool {
    var next = 0
    for byte in name where next < text.count && byte == text[next] { next += 1 }
    return next == text.count
  }
}
