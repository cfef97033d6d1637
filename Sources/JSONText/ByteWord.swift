/// Eight bytes of a text at once; a mask has the high bit of each byte that passes a test.
///
/// Words are read in memory order from low to high bytes, as on every machine that Swift runs on.
enum ByteWord {
  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  @inline(__always)
  private static func zero(_ word: UInt64) -> UInt64 { ~(((word & low7) &+ low7) | word | low7) }

  /// The bytes equal to one byte.
  @inline(__always)
  static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    zero(word ^ (UInt64(byte) &* ones))
  }

  /// The bytes that a string must escape (RFC 8259 §7): quotation mark, backslash, control
  /// characters.
  @inline(__always)
  static func special(_ word: UInt64) -> UInt64 {
    equal(word, UInt8(ascii: "\"")) | equal(word, UInt8(ascii: "\\"))
      | zero(word & 0xE0E0_E0E0_E0E0_E0E0)
  }

  /// The bytes above 127.
  @inline(__always)
  static func notASCII(_ word: UInt64) -> UInt64 { word & high }

  /// The index of the first byte of a mask that is not empty, 0 to 7.
  @inline(__always)
  static func firstByte(_ mask: UInt64) -> Int { mask.trailingZeroBitCount >> 3 }
}

extension Span where Element == UInt8 {
  /// The first index from `start` whose byte is in a mask, or the end.
  ///
  /// - Complexity: O(bytes), eight at a time
  @inline(__always)
  func firstIndex(from start: Int, in mask: (UInt64) -> UInt64) -> Int {
    var index = start
    while index + 8 <= count {
      let found = mask(unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      if found != 0 { return index + ByteWord.firstByte(found) }
      index += 8
    }
    while index < count {
      // A byte eight times: the mask is the same for each.
      if mask(UInt64(self[index]) &* 0x0101_0101_0101_0101) != 0 { return index }
      index += 1
    }
    return count
  }
}
