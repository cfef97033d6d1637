import LineStore
import Testing

/// Pieces of lines, and edits in one pass.
@Suite struct PiecesTests {
  private static let text = LineText(
    ContiguousArray("a\nbb\r\n\nccc\rdddd\ne".utf8), blockByteTarget: 4)

  @Test func piecesAreTheLinesWithTheirEndings() {
    for lower in 0...Self.text.lineCount {
      for upper in lower...Self.text.lineCount {
        var pieces = ContiguousArray<UInt8>()
        Self.text.forEachPiece(ofLines: lower..<upper) { piece in
          for index in piece.indices { pieces.append(piece[index]) }
        }
        let start = Self.text.byteOffset(ofLine: lower)
        #expect(
          pieces == ContiguousArray(Self.text.bytes[start..<Self.text.byteOffset(ofLine: upper)]))
      }
    }
    Self.text.forEachPiece(ofLines: 7..<9) { _ in Issue.record("there is nothing") }
  }

  @Test func editsInOnePassEqualEditsOneByOne() {
    let edits = [
      TextEdit(line: 0, byteColumns: 0..<1, replacement: Array("x\ny".utf8)),
      TextEdit(
        start: TextPosition(line: 1, byteColumn: 1), end: TextPosition(line: 3, byteColumn: 2),
        replacement: []),
      TextEdit(line: 4, byteColumns: 4..<4, replacement: Array("z".utf8)),
      TextEdit(line: 9, byteColumns: 0..<0, replacement: Array("!".utf8)),
    ]
    var one = Self.text
    for edit in edits.reversed() { one.apply(edit) }
    #expect(Self.text.bytes(applying: edits) == one.bytes)
    #expect(Self.text.bytes(applying: []) == Self.text.bytes)
  }
}
