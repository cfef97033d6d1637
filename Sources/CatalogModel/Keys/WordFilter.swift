import TableSyntax

/// Tells which words a block of lines cannot hold, so that a search skips it (a Bloom filter of
/// 8,192 bits and two probes: about one block in twenty is looked at in vain).
struct WordFilter: Sendable {
  private static let bitCount = 8192

  private var bits = [UInt64](repeating: 0, count: WordFilter.bitCount / 64)

  /// Adds the words of a line.
  mutating func add(_ line: Span<UInt8>) {
    Self.forEachWord(line, 0..<line.count) { word in
      for bit in Self.probes(word) { bits[bit >> 6] |= 1 << UInt64(bit & 63) }
    }
  }

  /// Whether lines may hold all words of a text.
  func mayHold(_ words: [UInt64]) -> Bool {
    words.allSatisfy { word in
      Self.probes(word).allSatisfy { bits[$0 >> 6] & (1 << UInt64($0 & 63)) != 0 }
    }
  }

  /// The words of a text, as they are looked up.
  static func words(_ text: [UInt8]) -> [UInt64] {
    let bytes = ContiguousArray(text)
    var words: [UInt64] = []
    forEachWord(bytes.span, 0..<bytes.count) { words.append($0) }
    return words
  }

  private static func probes(_ word: UInt64) -> [Int] {
    [Int(truncatingIfNeeded: word & 8191), Int(truncatingIfNeeded: (word >> 32) & 8191)]
  }

  /// Words are runs of letters, digits and `_`, told by their fingerprints.
  private static func forEachWord(
    _ line: Span<UInt8>, _ range: Range<Int>, _ body: (UInt64) -> Void
  ) {
    var hasher = FingerprintHasher()
    for index in range {
      let byte = line[index]
      if byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "_") {
        hasher.add(byte)
      } else if !hasher.isEmpty {
        body(hasher.finish())
        hasher = FingerprintHasher()
      }
    }
    if !hasher.isEmpty { body(hasher.finish()) }
  }
}
