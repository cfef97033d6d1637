/// A label prepared for lookup by typed text.
package struct SearchLabel: Sendable {
  /// The label.
  package let label: String
  /// In lower case, without spaces, `-` and `_`.
  package let folded: [UInt8]
  /// The starts of its words in `lowercased`.
  private let wordStarts: [Int]
  private let lowercased: [UInt8]

  init(_ label: String) {
    self.label = label
    folded = Self.fold(label)
    lowercased = Array(label.lowercased().utf8)
    var starts: [Int] = []
    for index in lowercased.indices where Self.isWord(lowercased[index]) {
      if index == 0 || !Self.isWord(lowercased[index - 1]) { starts.append(index) }
    }
    wordStarts = starts
  }

  /// Text as labels are folded.
  package static func fold(_ text: String) -> [UInt8] {
    text.lowercased().utf8.filter {
      $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_")
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  /// How well folded text matches, less is better: the whole label, its start, the start of a word,
  /// a part, or its letters in order; nil where it does not match.
  package func rank(_ typed: [UInt8]) -> Int? {
    if folded == typed { return 0 }
    if folded.starts(with: typed) { return 1 }
    if wordStarts.contains(where: { lowercased[$0...].starts(with: typed) }) { return 2 }
    guard typed.count >= 2 else { return nil }
    if folded.indices.contains(where: { folded[$0...].starts(with: typed) }) { return 3 }
    return hasInOrder(typed) ? 4 : nil
  }

  private func hasInOrder(_ typed: [UInt8]) -> Bool {
    guard folded.first == typed.first else { return false }
    var next = 0
    for byte in folded where next < typed.count && byte == typed[next] { next += 1 }
    return next == typed.count
  }
}
