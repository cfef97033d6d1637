import LineStore
import TableSyntax

/// Looks for bytes that are no UTF-8 (Unicode 16 §3.9, table 3-7).
enum UTF8Check {
  /// Byte offset of the first broken sequence, nil where the text is valid.
  ///
  /// - Complexity: O(bytes), eight at a time where they are ASCII
  static func firstBrokenByte(_ bytes: Span<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count, bytes.word(at: index) & ByteMask.high == 0 {
        index += 8
        continue
      }
      let length = sequenceLength(bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  /// The length of the sequence that starts at an index, 0 for a broken one.
  private static func sequenceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    guard let (length, second) = shape(lead), index + length <= bytes.count,
      second.contains(bytes[index + 1])
    else { return 0 }
    for next in index + 2..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }

  /// The length that a lead byte announces, and what may come second.
  private static func shape(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
