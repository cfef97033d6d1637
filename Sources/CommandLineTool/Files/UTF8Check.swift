import CatalogModel
import LineStore
import TableSyntax

/// Looks for bytes that are no UTF-8 (Unicode 16 §3.9, table 3-7).
enum UTF8Check {
  /// Bytes that are worth a look on another core.
  private static let byteCountOfPiece = 1 << 20

  /// Byte offset of the first broken sequence, nil where the text is valid.
  ///
  /// - Complexity: O(bytes), eight at a time where they are ASCII, on all cores
  static func firstBrokenByte(_ bytes: ContiguousArray<UInt8>) -> Int? {
    let pieces = AllCores.pieces(of: 0..<bytes.count, size: byteCountOfPiece)
    return AllCores.map(pieces) { piece in
      let start = startOfSequence(bytes.span, from: piece.lowerBound)
      let end = startOfSequence(bytes.span, from: piece.upperBound)
      return firstBrokenByte(bytes.span, in: start..<end)
    }.lazy.compactMap { $0 }.first
  }

  /// The first place from an index on that is no further byte of a sequence, the text's start
  /// aside; where more of these follow than belong to any, the first one too many.
  private static func startOfSequence(_ bytes: Span<UInt8>, from start: Int) -> Int {
    if start == 0 { return 0 }
    var index = start
    while index < min(start + 3, bytes.count), bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private static func firstBrokenByte(_ text: Span<UInt8>, in range: Range<Int>) -> Int? {
    let bytes = text.extracting(range)
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count, bytes.word(at: index) & ByteMask.high == 0 {
        index += 8
        continue
      }
      let length = sequenceLength(bytes, at: index)
      if length == 0 { return range.lowerBound + index }
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
