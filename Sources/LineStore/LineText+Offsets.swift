extension LineText {
  /// The block of a line and the line's index in it; nil outside the text.
  ///
  /// - Complexity: O(number of blocks): the counts stand in one array, 8 bytes a block.
  func locate(line: Int) -> (block: Int, line: Int)? {
    guard line >= 0, line < lineCount else { return nil }
    var rest = line
    var block = 0
    while rest >= lineCounts[block] {
      rest -= lineCounts[block]
      block += 1
    }
    return (block, rest)
  }

  /// Byte offset of a line's start from the start of the text.
  package func byteOffset(ofLine line: Int) -> Int {
    guard let place = locate(line: line) else { return line < 0 ? 0 : byteCount }
    var offset = 0
    for block in blocks[..<place.block] { offset += block.bytes.count }
    return offset + blocks[place.block].lineStarts[place.line]
  }
}
