extension LineText {
  /// The edit from the first to the last line that differs from other bytes; nil where none does.
  ///
  /// - Complexity: O(bytes), by comparing memory
  public func edit(to new: ContiguousArray<UInt8>) -> TextEdit? {
    var head = commonHead(new)
    if head.byteCount == byteCount, byteCount == new.count { return nil }
    // The last line has no ending: what follows it is part of it.
    if head.lineCount == lineCount { head = (lineCount - 1, byteOffset(ofLine: lineCount - 1)) }
    let tail = commonTail(
      new, byteCountMax: min(byteCount, new.count) - head.byteCount, firstLine: head.lineCount)
    var end = TextPosition(line: lineCount - tail.lineCount, byteColumn: 0)
    if tail.lineCount == 0 { end = clamp(TextPosition(line: lineCount, byteColumn: 0)) }
    return TextEdit(
      start: TextPosition(line: head.lineCount, byteColumn: 0), end: end,
      replacement: Array(new[head.byteCount..<new.count - tail.byteCount]))
  }

  private typealias Extent = (lineCount: Int, byteCount: Int)

  /// The lines that both texts begin with.
  private func commonHead(_ new: ContiguousArray<UInt8>) -> Extent {
    var extent: Extent = (0, 0)
    for block in blocks {
      if block.isEqual(new, at: extent.byteCount) {
        extent.lineCount += block.lineCount
        extent.byteCount += block.byteCount
        continue
      }
      for line in 0..<block.lineCount {
        let range = block.start(ofLine: line)..<block.start(ofLine: line + 1)
        guard block.isEqual(new, at: extent.byteCount, range) else { break }
        extent.lineCount += 1
        extent.byteCount += range.count
      }
      break
    }
    return extent
  }

  /// The lines that both texts end with, after `firstLine` and within `byteCountMax`.
  private func commonTail(
    _ new: ContiguousArray<UInt8>, byteCountMax: Int, firstLine: Int
  ) -> Extent {
    var extent: Extent = (0, 0)
    for block in blocks.reversed() {
      for line in (0..<block.lineCount).reversed() {
        let range = block.start(ofLine: line)..<block.start(ofLine: line + 1)
        let byteCount = extent.byteCount + range.count
        guard byteCount <= byteCountMax, lineCount - extent.lineCount > firstLine,
          block.isEqual(new, at: new.count - byteCount, range)
        else { return extent }
        extent = (extent.lineCount + 1, byteCount)
      }
    }
    return extent
  }
}

extension LineBlock {
  /// Whether others have some of the block's bytes, or all, at an offset.
  fileprivate func isEqual(
    _ other: ContiguousArray<UInt8>, at offset: Int, _ range: Range<Int>? = nil
  ) -> Bool {
    let range = range ?? 0..<byteCount
    guard offset >= 0, offset + range.count <= other.count else { return false }
    let part = other.span.extracting(offset..<offset + range.count)
    return withBytes(range) { $0.isEqual(part) }
  }
}
