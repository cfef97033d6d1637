/// A text as lines: a value with snapshots for free, edited in O(block).
///
/// A flat spine of blocks of whole lines (`Sources/README.md` has the figures for the size).
/// There is always at least one line; after a final line ending comes one more, empty line.
///
/// Invariants: the index has one count per block; no line crosses a block; every line but the
/// last has an ending; the bytes are exactly those given.
public struct LineText: Sendable {
  /// Bytes at which a block is closed, unless a caller says otherwise.
  public static let defaultBlockByteTarget = 16 * 1024

  var blocks: [LineBlock]
  var index: LineIndex
  let blockByteTarget: Int

  /// Number of lines, at least 1.
  public internal(set) var lineCount: Int
  /// Number of UTF-8 bytes with all line endings.
  public internal(set) var byteCount: Int

  /// Splits `bytes` into lines; the bytes are not copied.
  ///
  /// - Complexity: O(bytes)
  public init(
    _ bytes: ContiguousArray<UInt8>, blockByteTarget: Int = LineText.defaultBlockByteTarget
  ) {
    self.blockByteTarget = max(1, blockByteTarget)
    blocks = LineCutter(blockByteTarget: self.blockByteTarget)
      .blocks(of: bytes, addsLastLine: true)
    index = LineIndex(counts: blocks.lazy.map(\.lineCount))
    lineCount = index.counts.reduce(0, +)
    byteCount = bytes.count
  }

  /// The whole text.
  ///
  /// - Complexity: O(bytes)
  public var bytes: ContiguousArray<UInt8> {
    var all = ContiguousArray<UInt8>()
    all.reserveCapacity(byteCount)
    for block in blocks { block.append(0..<block.byteCount, to: &all) }
    return all
  }

  /// Calls `body` with a line's bytes without its ending, and the ending.
  ///
  /// A line outside the text reads as empty.
  public func withLine<Result>(
    _ line: Int, _ body: (Span<UInt8>, LineEnding) -> Result
  ) -> Result {
    guard let place = locate(line: line) else { return body(ContiguousArray().span, .none) }
    return blocks[place.block].read(place.line, body)
  }

  /// Calls `body` with each line of `lines` in order: index, bytes without ending, ending.
  ///
  /// `body` returns false to stop.
  public func forEachLine(
    in lines: Range<Int>, _ body: (Int, Span<UInt8>, LineEnding) -> Bool
  ) {
    guard var place = locate(line: lines.lowerBound) else { return }
    var line = lines.lowerBound
    while line < min(lines.upperBound, lineCount) {
      let continues = blocks[place.block].read(place.line) { body(line, $0, $1) }
      if !continues { return }
      line += 1
      place.line += 1
      if place.line == blocks[place.block].lineCount { place = (place.block + 1, 0) }
    }
  }

  /// A line's bytes without its ending, copied.
  public func line(_ line: Int) -> ContiguousArray<UInt8> {
    withLine(line) { bytes, _ in
      unsafe bytes.withUnsafeBufferPointer { unsafe ContiguousArray($0) }
    }
  }

  /// The nearest place that exists: inside the text, at most at a line's end.
  public func clamp(_ position: TextPosition) -> TextPosition {
    if position.line < 0 { return TextPosition(line: 0, byteColumn: 0) }
    let line = min(position.line, lineCount - 1)
    let length = withLine(line) { bytes, _ in bytes.count }
    let column = line < position.line ? length : min(max(0, position.byteColumn), length)
    return TextPosition(line: line, byteColumn: column)
  }

  /// The block of a line and the line's index in it; nil outside the text.
  func locate(line: Int) -> (block: Int, line: Int)? {
    line >= 0 && line < lineCount ? index.locate(line: line) : nil
  }
}

extension LineText: Equatable {
  /// Same bytes, however they are cut into blocks.
  public static func == (left: LineText, right: LineText) -> Bool {
    left.byteCount == right.byteCount && left.bytes == right.bytes
  }
}
