/// Checks UTF-8 one sequence at a time (Unicode 17, table 3-7).
public enum UTF8Sequence {
  /// The byte count of the sequence at an index, for scalars above 127; nil if it is broken.
  public static func byteCount(in bytes: Span<UInt8>, at index: Int) -> Int? {
    let first = bytes[index]
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: count = 4
    default: return nil
    }
    guard index + count <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for offset in 2..<max(2, count) where bytes[index + offset] & 0xC0 != 0x80 {
      return nil
    }
    return count
  }
}
