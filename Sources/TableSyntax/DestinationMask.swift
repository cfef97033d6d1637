public import LineStore

/// Tests a link destination's bytes eight at a time.
public enum DestinationMask {
  /// The bytes that need a closer check: spaces, control characters, bytes beyond ASCII, `(`, `)`,
  /// `\`, `<`, and `|`, which a cell has only after a backslash.
  @inlinable @inline(__always)
  public static func special(_ word: UInt64) -> UInt64 {
    // `(` and `)` are 0x28 and 0x29; `<`, `\` and `|` are 0x3C, 0x5C and 0x7C.
    ByteMask.unusualOrSpace(word)
      | ByteMask.zero(word & 0xFEFE_FEFE_FEFE_FEFE ^ 0x2828_2828_2828_2828)
      | ByteMask.zero(word & 0x9F9F_9F9F_9F9F_9F9F ^ 0x1C1C_1C1C_1C1C_1C1C)
  }
}
