extension LineText {
  /// Calls `body` with the bytes of some lines, endings included, in pieces of whole lines.
  ///
  /// - Complexity: O(blocks of the lines), without reading the bytes
  public func forEachPiece(ofLines lines: Range<Int>, _ body: (Span<UInt8>) -> Void) {
    let lines = lines.clamped(to: 0..<lineCount)
    guard var place = locate(line: lines.lowerBound) else { return }
    var left = lines.count
    while left > 0 {
      let end = min(blocks[place.block].lineCount, place.line + left)
      blocks[place.block].read(lines: place.line..<end, body)
      left -= end - place.line
      place = (place.block + 1, 0)
    }
  }

  /// The text with edits applied, which are in order and do not overlap.
  ///
  /// - Complexity: O(bytes)
  public func bytes(applying edits: [TextEdit]) -> ContiguousArray<UInt8> {
    var out = ContiguousArray<UInt8>()
    out.reserveCapacity(edits.reduce(byteCount) { $0 + $1.replacement.count })
    var place = TextPosition(line: 0, byteColumn: 0)
    for edit in edits {
      append(from: place, to: clamp(edit.start), onto: &out)
      out.append(contentsOf: edit.replacement)
      place = clamp(edit.end)
    }
    append(from: place, to: clamp(TextPosition(line: lineCount, byteColumn: 0)), onto: &out)
    return out
  }

  private func append(
    from start: TextPosition, to end: TextPosition, onto out: inout ContiguousArray<UInt8>
  ) {
    if end <= start { return }
    if start.line == end.line {
      withLine(start.line) { line, _ in
        out.append(contentsOf: line, start.byteColumn..<end.byteColumn)
      }
      return
    }
    withLine(start.line) { line, ending in
      out.append(contentsOf: line, start.byteColumn..<line.count)
      out.append(contentsOf: ending.text)
    }
    forEachPiece(ofLines: start.line + 1..<end.line) {
      out.append(contentsOf: $0, 0..<$0.count)
    }
    withLine(end.line) { line, _ in out.append(contentsOf: line, 0..<end.byteColumn) }
  }
}
