/// Some whole lines in one piece of memory, never changed once made.
///
/// An edit makes new blocks and leaves the old ones to the snapshots that hold them, so sharing
/// needs no bookkeeping. Blocks that were read at once share the memory of their text.
final class LineBlock: Sendable {
  private let storage: ContiguousArray<UInt8>
  private let byteRange: Range<Int>
  /// Byte offset of each line's start in the block; the first is 0.
  private let lineStarts: ContiguousArray<Int>

  init(
    storage: ContiguousArray<UInt8>, byteRange: Range<Int>, lineStarts: ContiguousArray<Int>
  ) {
    self.storage = storage
    self.byteRange = byteRange
    self.lineStarts = lineStarts
  }

  var lineCount: Int { lineStarts.count }
  var byteCount: Int { byteRange.count }

  /// Byte offset of a line's start in the block; of the block's end for the line after its last.
  func start(ofLine line: Int) -> Int {
    line < lineStarts.count ? lineStarts[line] : byteRange.count
  }

  /// The line that holds a byte, by its offset in the block.
  func line(atByteOffset offset: Int) -> Int {
    lineStarts.partitioningIndex { $0 > offset } - 1
  }

  /// Calls `body` with a line's bytes without its ending, and the ending.
  func read<Result>(_ line: Int, _ body: (Span<UInt8>, LineEnding) -> Result) -> Result {
    let start = byteRange.lowerBound + start(ofLine: line)
    let end = byteRange.lowerBound + self.start(ofLine: line + 1)
    let storage = storage
    let whole = storage.span.extracting(start..<end)
    let ending = LineEnding(endOf: whole)
    return body(whole.extracting(0..<whole.count - ending.byteCount), ending)
  }

  /// Calls `body` with the bytes of some lines, endings included.
  func read(lines: Range<Int>, _ body: (Span<UInt8>) -> Void) {
    withBytes(start(ofLine: lines.lowerBound)..<start(ofLine: lines.upperBound), body)
  }

  /// Calls `body` with each line of the block: index, bytes without ending, ending.
  func forEachLine(_ body: (Int, Span<UInt8>, LineEnding) -> Void) {
    let storage = storage
    let bytes = storage.span.extracting(byteRange)
    for line in lineStarts.indices {
      let whole = bytes.extracting(lineStarts[line]..<start(ofLine: line + 1))
      let ending = LineEnding(endOf: whole)
      body(line, whole.extracting(0..<whole.count - ending.byteCount), ending)
    }
  }

  /// Calls `body` with each line that holds a text: index, bytes without ending.
  func forEachLine(with search: TextSearch, _ body: (Int, Span<UInt8>) -> Void) {
    let storage = storage
    let bytes = storage.span.extracting(byteRange)
    var place = 0
    while let found = search.firstPlace(in: bytes, from: place) {
      let line = line(atByteOffset: found)
      read(line) { bytes, _ in body(line, bytes) }
      place = start(ofLine: line + 1)
    }
  }

  /// Calls `body` with bytes of the block, by their offsets in it.
  func withBytes<Result>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = byteRange.lowerBound
    let storage = storage
    return body(storage.span.extracting(start + range.lowerBound..<start + range.upperBound))
  }

  /// Adds bytes of the block, by their offsets in it, to a text.
  func append(_ range: Range<Int>, to bytes: inout ContiguousArray<UInt8>) {
    withBytes(range) { bytes.append(contentsOf: $0, $0.indices) }
  }
}

extension ContiguousArray where Element == UInt8 {
  /// Adds a part of other bytes.
  public mutating func append(contentsOf span: Span<UInt8>, _ range: Range<Int>) {
    let part = span.extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
