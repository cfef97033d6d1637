/// Cuts bytes into blocks of whole lines; the blocks share the bytes.
///
/// A block is closed at the first line end past the target, unless less than half a block would
/// remain: that is joined with it.
struct LineCutter {
  let blockByteTarget: Int

  /// The blocks of a text. A text that ends with a line ending, and the empty text, get one more,
  /// empty line where `addsLastLine`.
  ///
  /// - Complexity: O(bytes)
  func blocks(of bytes: ContiguousArray<UInt8>, addsLastLine: Bool) -> [LineBlock] {
    var blocks: [LineBlock] = []
    blocks.reserveCapacity(bytes.count / max(1, blockByteTarget) + 1)
    var lineStarts: ContiguousArray<Int> = []
    var blockStart = 0
    var lineStart = 0
    var ends = LineEnds()
    while lineStart < bytes.count {
      if lineStart - blockStart >= blockByteTarget, bytes.count - lineStart >= blockByteTarget / 2 {
        blocks.append(
          LineBlock(
            storage: bytes, byteRange: blockStart..<lineStart, lineStarts: lineStarts))
        let count = lineStarts.count
        lineStarts = []
        lineStarts.reserveCapacity(count + count / 4)
        blockStart = lineStart
      }
      lineStarts.append(lineStart - blockStart)
      lineStart = ends.endOfLine(in: bytes.span, from: lineStart)
    }
    if addsLastLine, bytes.isEmpty || LineEnding(endOf: bytes.span) != .none {
      lineStarts.append(bytes.count - blockStart)
    }
    if !lineStarts.isEmpty {
      blocks.append(
        LineBlock(
          storage: bytes, byteRange: blockStart..<bytes.count, lineStarts: lineStarts))
    }
    return blocks
  }
}

/// Finds the ends of lines, one after another.
private struct LineEnds {
  /// The place of the next CR, or the end; nothing before it is a CR.
  private var nextReturn = -1

  /// One past the ending of the line that begins at a byte offset, at or after the previous one.
  ///
  /// - Complexity: O(line), and of all lines of a text O(text)
  mutating func endOfLine(in bytes: Span<UInt8>, from start: Int) -> Int {
    if nextReturn < start {
      nextReturn = bytes.firstPlace(of: 0x0D, in: start..<bytes.count) ?? bytes.count
    }
    if let feed = bytes.firstPlace(of: 0x0A, in: start..<nextReturn) { return feed + 1 }
    let isCRLF = nextReturn + 1 < bytes.count && bytes[nextReturn + 1] == 0x0A
    return min(bytes.count, nextReturn + (isCRLF ? 2 : 1))
  }
}
