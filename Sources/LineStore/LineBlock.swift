/// Some whole lines in one piece of memory, never changed once made.
///
/// An edit makes new blocks and leaves the old ones to the snapshots that hold them, so sharing
/// needs no bookkeeping. One reference per block: copying an array of blocks retains each element.
final class LineBlock: Sendable {
  /// The lines with their endings.
  let bytes: ContiguousArray<UInt8>
  /// Byte offset of each line's start; the first is 0.
  let lineStarts: ContiguousArray<Int>

  init(bytes: ContiguousArray<UInt8>, lineStarts: ContiguousArray<Int>) {
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  var lineCount: Int { lineStarts.count }

  /// The bytes of a line with its ending, as offsets into `bytes`.
  func byteRange(ofLine line: Int) -> Range<Int> {
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    return lineStarts[line]..<end
  }
}

/// Cuts a run of bytes into blocks of whole lines.
struct LineBlockBuilder {
  private let blockByteTarget: Int
  private var bytes = ContiguousArray<UInt8>()
  private var lineStarts = ContiguousArray<Int>()
  private(set) var blocks: [LineBlock] = []

  init(blockByteTarget: Int) {
    self.blockByteTarget = max(1, blockByteTarget)
  }

  /// Adds the lines of `text`; a rest without an ending becomes a line too.
  ///
  /// - Complexity: O(bytes)
  mutating func append(lines text: Span<UInt8>) {
    var start = 0
    while start < text.count {
      let end = Self.endOfLine(from: start, in: text)
      append(line: text.extracting(start..<end))
      start = end
    }
  }

  /// Adds one line, which may be empty.
  mutating func append(line: Span<UInt8>) {
    if bytes.count >= blockByteTarget { closeBlock() }
    lineStarts.append(bytes.count)
    unsafe line.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Ends the last block and returns all.
  mutating func finish() -> [LineBlock] {
    closeBlock()
    return blocks
  }

  private mutating func closeBlock() {
    guard !lineStarts.isEmpty else { return }
    blocks.append(LineBlock(bytes: bytes, lineStarts: lineStarts))
    bytes = []
    lineStarts = []
  }

  /// One past the line's ending.
  private static func endOfLine(from start: Int, in text: Span<UInt8>) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: "\n") { return index }
      if byte == UInt8(ascii: "\r") {
        return index < text.count && text[index] == UInt8(ascii: "\n") ? index + 1 : index
      }
    }
    return index
  }
}
