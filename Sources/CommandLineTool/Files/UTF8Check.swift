import CatalogModel
import JSONText
import LineStore
import System
import TableSyntax

extension Console {
  /// Reads a text that must be UTF-8: a file, or stdin without a path.
  func readText(
    _ path: String?
  ) throws(FileError) -> (bytes: ContiguousArray<UInt8>, file: SourceFile?) {
    var file: SourceFile?
    if let path { file = try SourceFile(path: path) }
    let bytes = if let file { file.bytes } else { try readInput() }
    if let offset = UTF8Check.firstBrokenByte(bytes) {
      throw FileError("not UTF-8 at byte offset \(offset)")
    }
    return (bytes, file)
  }
}

/// Finds bytes that are not UTF-8.
enum UTF8Check {
  /// Bytes of a piece for one core.
  private static let byteCountOfPiece = 1 << 20

  /// The byte offset of the first broken sequence; nil for valid text.
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

  /// The start of the first sequence from an index on, at most three bytes later.
  private static func startOfSequence(_ bytes: Span<UInt8>, from start: Int) -> Int {
    if start == 0 { return 0 }
    var index = start
    while index < min(start + 3, bytes.count), bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private static func firstBrokenByte(_ text: Span<UInt8>, in range: Range<Int>) -> Int? {
    let bytes = text.extracting(range)
    var index = 0
    while true {
      index = bytes.firstIndex(in: index..<bytes.count) { $0 & ByteMask.high }
      if index == bytes.count { return nil }
      while index < bytes.count, bytes[index] >= 0x80 {
        guard let length = UTF8Sequence.byteCount(in: bytes, at: index) else {
          return range.lowerBound + index
        }
        index += length
      }
    }
  }
}
