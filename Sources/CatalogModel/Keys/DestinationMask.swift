import LineStore

/// Tests a link destination's bytes eight at a time.
enum DestinationMask {
  /// The bytes that need a second look: blanks, control characters, no ASCII, `(`, `)`, `\`, `<`.
  @inline(__always)
  static func special(_ word: UInt64) -> UInt64 {
    // `(` and `)` are 0x28 and 0x29.
    let parentheses = ByteMask.equal(word & 0xFEFE_FEFE_FEFE_FEFE, 0x28)
    return ByteMask.unusual(word) | ByteMask.equal(word, 0x20) | parentheses
      | ByteMask.equal(word, UInt8(ascii: "\\")) | ByteMask.equal(word, UInt8(ascii: "<"))
  }
}
