extension LineText {
  /// Number of blocks that the lines are kept in, at least 1.
  package var blockCount: Int { blocks.count }

  /// Number of lines in a block.
  package func lineCount(ofBlock block: Int) -> Int { lineCounts[block] }

  /// Number of lines before a block; a block past the end gives the number of all lines.
  ///
  /// - Complexity: O(number of blocks)
  package func firstLine(ofBlock block: Int) -> Int {
    var line = 0
    for index in 0..<min(max(0, block), lineCounts.count) { line += lineCounts[index] }
    return line
  }

  /// The block that holds a line, and the line's index in it; the nearest where there is none.
  ///
  /// - Complexity: O(number of blocks)
  package func block(ofLine line: Int) -> (block: Int, lineInBlock: Int) {
    let nearest = min(max(0, line), lineCount - 1)
    return locate(line: nearest) ?? (0, 0)
  }

  /// Calls `body` with each line of one block: index in the block, bytes without ending, ending.
  package func forEachLine(
    ofBlock block: Int, _ body: (Int, Span<UInt8>, LineEnding) -> Void
  ) {
    guard blocks.indices.contains(block) else { return }
    for line in 0..<lineCounts[block] {
      Self.read(blocks[block], line) { body(line, $0, $1) }
    }
  }

  /// Calls `body` with one line of a block, as `withLine` does for a line of the text.
  package func withLine<Result>(
    _ line: Int, ofBlock block: Int, _ body: (Span<UInt8>, LineEnding) -> Result
  ) -> Result {
    guard blocks.indices.contains(block), line >= 0, line < lineCounts[block] else {
      return body(ContiguousArray().span, .none)
    }
    return Self.read(blocks[block], line, body)
  }
}
