/// What an edit did to the lines: `removed` of the old text became `inserted` of the new one.
package struct LineSplice: Sendable, Equatable {
  /// Lines of the old text that are gone.
  package var removed: Range<Int>
  /// Lines of the new text that stand in their place.
  package var inserted: Range<Int>
  /// Blocks of the old text that are gone.
  package var removedBlocks: Range<Int>
  /// Blocks of the new text in their place.
  package var insertedBlocks: Range<Int>
  /// Bytes copied to do it, for tests of the work done.
  package var copiedByteCount: Int

  /// A splice from its parts.
  package init(
    removed: Range<Int>, inserted: Range<Int>, removedBlocks: Range<Int>,
    insertedBlocks: Range<Int>, copiedByteCount: Int
  ) {
    self.removed = removed
    self.inserted = inserted
    self.removedBlocks = removedBlocks
    self.insertedBlocks = insertedBlocks
    self.copiedByteCount = copiedByteCount
  }
}

extension LineText {
  /// Applies one edit; a place outside the text is clamped, a reversed range is empty.
  ///
  /// - Complexity: O(block + replacement + number of blocks)
  @discardableResult
  package mutating func apply(_ edit: TextEdit) -> LineSplice {
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

  /// Puts the lines of `text` in the place of `lines`.
  ///
  /// A CR that comes to stand before an LF becomes one ending with it, so the neighbours are
  /// taken along where that can happen.
  package mutating func replace(
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

  private mutating func splice(_ lines: Range<Int>, _ text: ContiguousArray<UInt8>) -> LineSplice {
    let first = locate(line: lines.lowerBound) ?? (0, 0)
    let last = locate(line: max(lines.lowerBound, lines.upperBound - 1)) ?? first
    var builder = LineBlockBuilder(blockByteTarget: blockByteTarget)
    let head = blocks[first.block].bytes
    let tail = blocks[last.block].bytes
    let headEnd = blocks[first.block].byteRange(ofLine: first.line).lowerBound
    let tailStart = blocks[last.block].byteRange(ofLine: last.line).upperBound
    builder.append(lines: head.span.extracting(0..<headEnd))
    builder.append(lines: text.span)
    if lines.upperBound == lineCount, Self.endsWithLineEnding(text.span) {
      builder.append(line: ContiguousArray<UInt8>().span)
    }
    builder.append(lines: tail.span.extracting(tailStart..<tail.count))
    if last.block == blocks.count - 1, lines.upperBound < lineCount,
      Self.endsWithLineEnding(tail.span)
    {
      builder.append(line: ContiguousArray<UInt8>().span)
    }
    return exchange(blocks: first.block..<last.block + 1, for: builder.finish(), lines: lines)
  }

  private mutating func exchange(
    blocks range: Range<Int>, for new: [LineBlock], lines: Range<Int>
  ) -> LineSplice {
    let oldLineCount = lineCount
    for block in blocks[range] {
      lineCount -= block.lineCount
      byteCount -= block.bytes.count
    }
    blocks.replaceSubrange(range, with: new)
    lineCounts.replaceSubrange(range, with: new.map(\.lineCount))
    var copied = 0
    for block in new {
      lineCount += block.lineCount
      byteCount += block.bytes.count
      copied += block.bytes.count
    }
    let insertedEnd = lines.upperBound + lineCount - oldLineCount
    return LineSplice(
      removed: lines, inserted: lines.lowerBound..<max(lines.lowerBound, insertedEnd),
      removedBlocks: range, insertedBlocks: range.lowerBound..<range.lowerBound + new.count,
      copiedByteCount: copied)
  }
}

extension LineEnding {
  /// The ending itself.
  package var text: [UInt8] {
    switch self {
    case .none: []
    case .lf: [UInt8(ascii: "\n")]
    case .cr: [UInt8(ascii: "\r")]
    case .crlf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }
  }
}

extension ContiguousArray where Element == UInt8 {
  mutating func append(contentsOf span: Span<UInt8>, _ range: Range<Int>) {
    let part = span.extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
