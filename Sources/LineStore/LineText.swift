/// A text as lines: a value with snapshots for free, edited in O(block + number of blocks).
///
/// A flat spine of blocks of whole lines (`Sources/README.md` has the figures behind the size).
/// There is always at least one line; after a final line ending comes one more, empty line.
///
/// Invariants: `lineCounts` has one entry per block; no line crosses a block; every line but the
/// last has an ending; the bytes are exactly those given.
package struct LineText: Sendable {
  /// Bytes at which a block is closed, unless a caller says otherwise.
  package static let defaultBlockByteTarget = 16 * 1024

  var blocks: [LineBlock]
  var lineCounts: [Int]
  let blockByteTarget: Int

  /// Number of lines, at least 1.
  package internal(set) var lineCount: Int
  /// Number of UTF-8 bytes with all line endings.
  package internal(set) var byteCount: Int

  /// Splits `bytes` into lines.
  ///
  /// - Complexity: O(bytes)
  package init(
    _ bytes: ContiguousArray<UInt8>, blockByteTarget: Int = LineText.defaultBlockByteTarget
  ) {
    var builder = LineBlockBuilder(blockByteTarget: blockByteTarget)
    builder.append(lines: bytes.span)
    if Self.endsWithLineEnding(bytes.span) {
      builder.append(line: ContiguousArray<UInt8>().span)
    }
    self.blockByteTarget = blockByteTarget
    blocks = builder.finish()
    lineCounts = blocks.map(\.lineCount)
    lineCount = lineCounts.reduce(0, +)
    byteCount = bytes.count
  }

  /// The whole text.
  ///
  /// - Complexity: O(bytes)
  package var bytes: ContiguousArray<UInt8> {
    var all = ContiguousArray<UInt8>()
    all.reserveCapacity(byteCount)
    for block in blocks { all.append(contentsOf: block.bytes) }
    return all
  }

  /// Calls `body` with a line's bytes without its ending, and the ending.
  ///
  /// A line outside the text reads as empty.
  ///
  /// - Complexity: O(number of blocks)
  package func withLine<Result>(
    _ line: Int, _ body: (Span<UInt8>, LineEnding) -> Result
  ) -> Result {
    guard let place = locate(line: line) else { return body(ContiguousArray().span, .none) }
    return Self.read(blocks[place.block], place.line, body)
  }

  /// Calls `body` with each line of `lines` in order: index, bytes without ending, ending.
  ///
  /// `body` returns false to stop.
  package func forEachLine(
    in lines: Range<Int>, _ body: (Int, Span<UInt8>, LineEnding) -> Bool
  ) {
    guard var place = locate(line: lines.lowerBound) else { return }
    var line = lines.lowerBound
    while line < min(lines.upperBound, lineCount) {
      let goesOn = Self.read(blocks[place.block], place.line) { body(line, $0, $1) }
      if !goesOn { return }
      line += 1
      place.line += 1
      if place.line == lineCounts[place.block] { place = (place.block + 1, 0) }
    }
  }

  /// A line's bytes without its ending, copied.
  package func line(_ line: Int) -> ContiguousArray<UInt8> {
    withLine(line) { bytes, _ in
      unsafe bytes.withUnsafeBufferPointer { unsafe ContiguousArray($0) }
    }
  }

  /// The nearest place that exists: inside the text, not behind a line's last byte.
  package func clamp(_ position: TextPosition) -> TextPosition {
    if position.line < 0 { return TextPosition(line: 0, byteColumn: 0) }
    let line = min(position.line, lineCount - 1)
    let length = withLine(line) { bytes, _ in bytes.count }
    let column = line < position.line ? length : min(max(0, position.byteColumn), length)
    return TextPosition(line: line, byteColumn: column)
  }

  static func read<Result>(
    _ block: LineBlock, _ line: Int, _ body: (Span<UInt8>, LineEnding) -> Result
  ) -> Result {
    let bytes = block.bytes
    let whole = bytes.span.extracting(block.byteRange(ofLine: line))
    let ending = LineEnding(endOf: whole)
    return body(whole.extracting(0..<whole.count - ending.byteCount), ending)
  }

  static func endsWithLineEnding(_ bytes: Span<UInt8>) -> Bool {
    bytes.isEmpty || LineEnding(endOf: bytes) != .none
  }
}

extension LineText: Equatable {
  /// Same bytes, however they are cut into blocks.
  package static func == (left: LineText, right: LineText) -> Bool {
    left.byteCount == right.byteCount && left.bytes == right.bytes
  }
}
