/// The effect of an edit on lines: `removed` of the old text became `inserted` of the new one.
public struct LineSplice: Sendable {
  /// Lines of the old text that are gone.
  public let removed: Range<Int>
  /// Lines of the new text in their place.
  public let inserted: Range<Int>
  /// Blocks of the old text that are gone.
  public let removedBlocks: Range<Int>
  /// Blocks of the new text in their place.
  public let insertedBlocks: Range<Int>
  /// Bytes copied to do it, for tests of the work done.
  public let copiedByteCount: Int
  /// The blocks that are gone.
  let former: [LineBlock]
  /// The old text's line that these begin with.
  let formerFirstLine: Int

  /// Lines by which all lines after the edit move.
  public var lineShift: Int { inserted.upperBound - removed.upperBound }
  /// Blocks by which all blocks after the edit move.
  public var blockShift: Int { insertedBlocks.upperBound - removedBlocks.upperBound }

  /// Whether an edit of the new text is in the splice's own blocks.
  ///
  /// - Complexity: O(log blocks)
  public func isNear(_ edit: TextEdit, in text: LineText) -> Bool {
    [edit.start, edit.end].allSatisfy {
      insertedBlocks.contains(text.block(ofLine: text.clamp($0).line).block)
    }
  }

  /// This splice and a near one of the new text as one.
  ///
  /// - Complexity: O(blocks of both)
  public func followed(by next: LineSplice) -> LineSplice {
    let own = insertedBlocks
    let nexts = next.removedBlocks
    let before = next.former.prefix(max(0, own.lowerBound - nexts.lowerBound))
    let after = next.former.suffix(max(0, nexts.upperBound - own.upperBound))
    let firstLine = min(inserted.lowerBound, next.removed.lowerBound)
    let endLine = max(inserted.upperBound, next.removed.upperBound)
    let firstBlock = min(own.lowerBound, nexts.lowerBound)
    let endBlock = max(own.upperBound, nexts.upperBound)
    return LineSplice(
      removed: firstLine..<endLine - lineShift, inserted: firstLine..<endLine + next.lineShift,
      removedBlocks: firstBlock..<endBlock - blockShift,
      insertedBlocks: firstBlock..<endBlock + next.blockShift,
      copiedByteCount: copiedByteCount + next.copiedByteCount, former: before + former + after,
      formerFirstLine: min(formerFirstLine, next.formerFirstLine))
  }

  /// Calls `body` with a line of the old text; `text` is the new one.
  public func withFormerLine<Result>(
    _ line: Int, _ text: LineText, _ body: (Span<UInt8>, LineEnding) -> Result
  ) -> Result {
    var rest = line - formerFirstLine
    if rest < 0 { return text.withLine(line, body) }
    for block in former {
      if rest < block.lineCount { return block.read(rest, body) }
      rest -= block.lineCount
    }
    return text.withLine(line + lineShift, body)
  }
}

extension LineSplice {
  /// The splice that inserts all lines of a text.
  public init(of text: LineText) {
    self.init(
      removed: 0..<0, inserted: 0..<text.lineCount, removedBlocks: 0..<0,
      insertedBlocks: 0..<text.blockCount, copiedByteCount: 0, former: [], formerFirstLine: 0)
  }
}
