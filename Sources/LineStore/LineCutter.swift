/// Cuts bytes into blocks of whole lines; the blocks share the bytes.
///
/// A block is closed at the first line end past the target, unless what is left would be less than
/// half a block: that goes with it.
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
      lineStart = bytes.span.endOfLine(from: lineStart)
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

extension Span where Element == UInt8 {
  /// One past the ending of the line that holds a byte offset.
  ///
  /// Eight bytes at a time: one at a time took three times as long.
  func endOfLine(from start: Int) -> Int {
    var index = start
    while index + 8 <= count {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      // LF and CR are two of the eight control characters from 0x08 on.
      if ByteMask.zero(word & 0xF8F8_F8F8_F8F8_F8F8 ^ 0x0808_0808_0808_0808) != 0 {
        let found = ByteMask.equal(word, 0x0A) | ByteMask.equal(word, 0x0D)
        if found != 0 { return endOfEnding(at: index + ByteMask.firstByte(found)) }
      }
      index += 8
    }
    while index < count {
      if self[index] == 0x0A || self[index] == 0x0D { return endOfEnding(at: index) }
      index += 1
    }
    return count
  }

  private func endOfEnding(at index: Int) -> Int {
    let isCRLF = self[index] == 0x0D && index + 1 < count && self[index + 1] == 0x0A
    return index + (isCRLF ? 2 : 1)
  }
}
