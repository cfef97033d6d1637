/// Tests on the eight bytes of a word at once; a mask has the high bit of each byte that passes.
///
/// Words are read in memory order from low to high bytes, as on every machine that Swift runs on.
public enum ByteMask {
  /// The high bit of each byte.
  public static var high: UInt64 { 0x8080_8080_8080_8080 }
  static var low7: UInt64 { 0x7F7F_7F7F_7F7F_7F7F }
  static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// The bytes that are zero.
  @inline(__always)
  public static func zero(_ word: UInt64) -> UInt64 {
    ~(((word & low7) &+ low7) | word | low7)
  }

  /// The bytes equal to one byte.
  @inline(__always)
  public static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    zero(word ^ (UInt64(byte) &* ones))
  }

  /// The bytes that are control characters, DEL, or no ASCII.
  @inline(__always)
  public static func unusual(_ word: UInt64) -> UInt64 { outside(0x20, word) }

  /// The bytes that are a space, control characters, DEL, or no ASCII.
  @inline(__always)
  public static func unusualOrSpace(_ word: UInt64) -> UInt64 { outside(0x21, word) }

  /// The bytes that are less than one of ASCII, or more than `~`.
  @inline(__always)
  private static func outside(_ least: UInt8, _ word: UInt64) -> UInt64 {
    let low = word & low7
    let isEnough = low &+ (0x80 &- UInt64(least)) &* ones
    let isDelete = low &+ ones
    return (~isEnough | isDelete | word) & high
  }

  /// The index of the first byte of a mask that is not empty, 0 to 7.
  @inline(__always)
  public static func firstByte(_ mask: UInt64) -> Int { mask.trailingZeroBitCount >> 3 }

  /// The index of the last byte of a mask that is not empty, 0 to 7.
  @inline(__always)
  public static func lastByte(_ mask: UInt64) -> Int { 7 - mask.leadingZeroBitCount >> 3 }
}
