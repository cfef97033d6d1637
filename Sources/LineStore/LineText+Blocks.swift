extension LineText {
  /// Number of blocks that the lines are kept in, at least 1.
  public var blockCount: Int { blocks.count }

  /// Number of lines in a block.
  public func lineCount(ofBlock block: Int) -> Int { blocks[block].lineCount }

  /// Number of lines before a block; a block past the end gives the number of all lines.
  public func firstLine(ofBlock block: Int) -> Int {
    index.firstLine(ofBlock: min(max(0, block), blocks.count))
  }

  /// The block of a line, or of the nearest one that exists, and the line's index in it.
  public func block(ofLine line: Int) -> (block: Int, lineInBlock: Int) {
    let place = index.locate(line: min(max(0, line), lineCount - 1))
    return (place.block, place.line)
  }

  /// Calls `body` with each line of one block: index in the block, bytes without ending, ending.
  public func forEachLine(
    ofBlock block: Int, _ body: (Int, Span<UInt8>, LineEnding) -> Void
  ) {
    if blocks.indices.contains(block) { blocks[block].forEachLine(body) }
  }

  /// A search for a text without line endings in this one.
  ///
  /// - Complexity: O(text to be found)
  public func search(for text: ContiguousArray<UInt8>) -> TextSearch {
    let block = blocks[blocks.count / 2]
    let byteCount = min(block.byteCount, TextSearch.sampleByteCountMax)
    return block.withBytes(0..<byteCount) { TextSearch(for: text, sample: $0) }
  }

  /// Calls `body` with each line of one block that holds a text: index in the block, bytes without
  /// ending.
  public func forEachLine(
    ofBlock block: Int, with search: TextSearch, _ body: (Int, Span<UInt8>) -> Void
  ) {
    if blocks.indices.contains(block) { blocks[block].forEachLine(with: search, body) }
  }

  /// Calls `body` with one line of a block, as `withLine` does for a line of the text.
  public func withLine<Result>(
    _ line: Int, ofBlock block: Int, _ body: (Span<UInt8>, LineEnding) -> Result
  ) -> Result {
    guard blocks.indices.contains(block), line >= 0, line < blocks[block].lineCount else {
      return body(ContiguousArray().span, .none)
    }
    return blocks[block].read(line, body)
  }

  /// Byte offset of a line's start from the start of the text.
  ///
  /// - Complexity: O(number of blocks)
  public func byteOffset(ofLine line: Int) -> Int {
    guard let place = locate(line: line) else { return line < 0 ? 0 : byteCount }
    let before = blocks[..<place.block].reduce(0) { $0 + $1.byteCount }
    return before + blocks[place.block].start(ofLine: place.line)
  }

  /// The place of a byte; one inside a line ending is the line's end, one outside the text the
  /// nearest that exists.
  ///
  /// - Complexity: O(number of blocks)
  public func position(ofByteOffset offset: Int) -> TextPosition {
    var rest = max(0, offset)
    var firstLine = 0
    for block in blocks {
      if rest < block.byteCount {
        let line = block.line(atByteOffset: rest)
        let column = rest - block.start(ofLine: line)
        return clamp(TextPosition(line: firstLine + line, byteColumn: column))
      }
      rest -= block.byteCount
      firstLine += block.lineCount
    }
    return clamp(TextPosition(line: lineCount, byteColumn: 0))
  }

  /// Bytes of some lines with their endings.
  ///
  /// - Complexity: O(number of blocks)
  public func byteCount(ofLines lines: Range<Int>) -> Int {
    byteOffset(ofLine: lines.upperBound) - byteOffset(ofLine: lines.lowerBound)
  }

  /// Bytes of a line with its ending.
  public func byteCount(ofLine line: Int) -> Int {
    withLine(line) { bytes, ending in bytes.count + ending.byteCount }
  }
}
