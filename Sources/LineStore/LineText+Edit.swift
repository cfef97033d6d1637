extension LineText {
  /// Applies one edit; clamps places outside the text, and a reversed range is empty.
  ///
  /// - Complexity: O(block + replacement)
  @discardableResult
  public mutating func apply(_ edit: TextEdit) -> LineSplice {
    let start = clamp(edit.start)
    let end = max(start, clamp(edit.end))
    var text = ContiguousArray<UInt8>()
    withLine(start.line) { line, _ in text.append(contentsOf: line, 0..<start.byteColumn) }
    text.append(contentsOf: edit.replacement)
    withLine(end.line) { line, ending in
      text.append(contentsOf: line, end.byteColumn..<line.count)
      text.append(contentsOf: ending.text)
    }
    return replace(lines: start.line..<end.line + 1, with: text)
  }

  /// Replaces `lines` by the lines of `text`.
  ///
  /// A CR before an LF becomes one ending with it, so the neighbours are included where that can
  /// happen.
  private mutating func replace(
    lines: Range<Int>, with text: ContiguousArray<UInt8>
  ) -> LineSplice {
    var text = text
    var lines = lines.clamped(to: 0..<lineCount)
    if lines.lowerBound > 0, text.first == UInt8(ascii: "\n") || text.isEmpty {
      lines = lines.lowerBound - 1..<lines.upperBound
      text.insert(contentsOf: wholeLine(lines.lowerBound), at: 0)
    }
    if lines.upperBound < lineCount, text.isEmpty || Self.lacksClearEnding(text.span) {
      text.append(contentsOf: wholeLine(lines.upperBound))
      lines = lines.lowerBound..<lines.upperBound + 1
    }
    return splice(lines, text)
  }

  private static func lacksClearEnding(_ text: Span<UInt8>) -> Bool {
    LineEnding(endOf: text) == .none || LineEnding(endOf: text) == .cr
  }

  private func wholeLine(_ line: Int) -> ContiguousArray<UInt8> {
    withLine(line) { bytes, ending in
      var whole = ContiguousArray<UInt8>()
      whole.append(contentsOf: bytes, 0..<bytes.count)
      whole.append(contentsOf: ending.text)
      return whole
    }
  }

  /// Replaces the blocks of the lines by new ones with the text.
  private mutating func splice(_ lines: Range<Int>, _ text: ContiguousArray<UInt8>) -> LineSplice {
    let first = index.locate(line: lines.lowerBound)
    let last = index.locate(line: max(lines.lowerBound, lines.upperBound - 1))
    let head = blocks[first.block].start(ofLine: first.line)
    let tailBlock = blocks[last.block]
    let tail = tailBlock.start(ofLine: last.line + 1)..<tailBlock.byteCount
    let range = neighbours(
      of: first.block..<last.block + 1, byteCount: head + text.count + tail.count)
    var bytes = ContiguousArray<UInt8>()
    bytes.reserveCapacity(head + text.count + tail.count + 2 * blockByteTarget)
    for block in blocks[range.lowerBound..<first.block] {
      block.append(0..<block.byteCount, to: &bytes)
    }
    blocks[first.block].append(0..<head, to: &bytes)
    bytes.append(contentsOf: text)
    tailBlock.append(tail, to: &bytes)
    for block in blocks[last.block + 1..<range.upperBound] {
      block.append(0..<block.byteCount, to: &bytes)
    }
    let new = LineCutter(blockByteTarget: blockByteTarget)
      .blocks(of: bytes, addsLastLine: range.upperBound == blocks.count)
    return exchange(blocks: range, for: new, lines: lines, copiedByteCount: bytes.count)
  }

  /// The blocks to replace: a small block is joined with the next or the previous one.
  private func neighbours(of range: Range<Int>, byteCount: Int) -> Range<Int> {
    if byteCount >= blockByteTarget / 2 { return range }
    if range.upperBound < blocks.count { return range.lowerBound..<range.upperBound + 1 }
    return max(0, range.lowerBound - 1)..<range.upperBound
  }

  private mutating func exchange(
    blocks range: Range<Int>, for new: [LineBlock], lines: Range<Int>, copiedByteCount: Int
  ) -> LineSplice {
    let oldLineCount = lineCount
    let former = Array(blocks[range])
    let formerFirstLine = index.firstLine(ofBlock: range.lowerBound)
    for block in former {
      lineCount -= block.lineCount
      byteCount -= block.byteCount
    }
    for block in new {
      lineCount += block.lineCount
      byteCount += block.byteCount
    }
    blocks.replaceSubrange(range, with: new)
    index.replace(range, with: new.map(\.lineCount))
    let insertedEnd = lines.upperBound + lineCount - oldLineCount
    return LineSplice(
      removed: lines, inserted: lines.lowerBound..<max(lines.lowerBound, insertedEnd),
      removedBlocks: range, insertedBlocks: range.lowerBound..<range.lowerBound + new.count,
      copiedByteCount: copiedByteCount, former: former, formerFirstLine: formerFirstLine)
  }
}
