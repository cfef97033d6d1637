import LineStore
import TestSupport
import Testing

@Suite struct LineTextTests {
  @Test(arguments: ["", "a", "a\n", "a\r\nb\rc\n\n", "\n\r\n\r", "\u{FEFF}é\u{2028}x\u{0B}y"])
  func keepsEveryByte(source: String) {
    let text = LineText(ContiguousArray(source.utf8), blockByteTarget: 4)
    #expect(text.bytes == ContiguousArray(source.utf8))
  }

  @Test func linesEndAtLFCRLFAndCROnly() {
    let text = LineText(ContiguousArray("a\u{2028}b\r\nc\rd\u{0B}\n".utf8))
    #expect(lines(text) == ["a\u{2028}b", "c", "d\u{0B}", ""])
  }

  @Test func aPositionOutsideTheTextIsClamped() {
    let text = LineText(ContiguousArray("ab\r\nc".utf8))
    let far = TextPosition(line: 9, byteColumn: 9)
    #expect(text.clamp(far) == TextPosition(line: 1, byteColumn: 1))
    let afterLine = TextPosition(line: 0, byteColumn: 9)
    #expect(text.clamp(afterLine) == TextPosition(line: 0, byteColumn: 2))
    let negative = TextPosition(line: -1, byteColumn: 5)
    #expect(text.clamp(negative) == TextPosition(line: 0, byteColumn: 0))
  }

  @Test func aCarriageReturnJoinsTheNextLineFeed() {
    var text = LineText(ContiguousArray("a\rb".utf8), blockByteTarget: 1)
    let start = TextPosition(line: 1, byteColumn: 0)
    text.apply(TextEdit(start: start, end: start, replacement: Array("\n".utf8)))
    #expect(lines(text) == ["a", "b"])
    #expect(text.bytes == ContiguousArray("a\r\nb".utf8))
  }

  @Test(arguments: 0..<20)
  func editsEqualARebuiltText(seed: UInt64) {
    var random = SplitMix(state: seed)
    var text = LineText(ContiguousArray("x\ny\r\nz".utf8), blockByteTarget: 64)
    for _ in 0..<200 {
      let snapshot = text
      let before = text.bytes
      let edit = random.edit(lineCount: text.lineCount)
      let expected = splice(text, edit)
      text.apply(edit)
      #expect(text.bytes == expected, "seed \(seed)")
      #expect(lines(text) == lines(LineText(expected)), "seed \(seed)")
      #expect(text.lineCount == LineText(expected).lineCount, "seed \(seed)")
      #expect(snapshot.bytes == before, "an old snapshot changed, seed \(seed)")
    }
  }

  /// Merged splices of neighbouring edits describe all of these edits.
  @Test(arguments: 0..<20)
  func mergedSplicesDescribeTheOldText(seed: UInt64) {
    var random = SplitMix(state: seed)
    let rows = (0..<40).map { "row \($0) \n" }.joined()
    let former = LineText(ContiguousArray(rows.utf8), blockByteTarget: 32)
    var text = former
    var sum: LineSplice?
    for _ in 0..<30 {
      let edit = random.edit(lineCount: text.lineCount)
      if sum?.isNear(edit, in: text) == false { continue }
      let splice = text.apply(edit)
      sum = sum?.followed(by: splice) ?? splice
    }
    guard let sum else { return }
    #expect(former.lineCount + sum.lineShift == text.lineCount)
    #expect(former.blockCount + sum.blockShift == text.blockCount)
    for line in 0..<former.lineCount {
      #expect(sum.withFormerLine(line, text, copy) == former.withLine(line, copy))
      if line < sum.removed.lowerBound { #expect(text.line(line) == former.line(line)) }
      if line >= sum.removed.upperBound {
        #expect(text.line(line + sum.lineShift) == former.line(line))
      }
    }
  }

  @Test func aSearchFindsEveryPlace() {
    let text = ContiguousArray("abab ab\nxab".utf8)
    for sample in ["", "aaab", "abbb"] {
      let search = TextSearch(for: ContiguousArray("ab".utf8), sample: Array(sample.utf8).span)
      var places: [Int] = []
      while let place = search.firstPlace(in: text.span, from: (places.last ?? -1) + 1) {
        places.append(place)
      }
      #expect(places == [0, 2, 5, 9])
    }
    let nothing = TextSearch(for: [], sample: text.span)
    #expect(nothing.firstPlace(in: text.span, from: 0) == nil)
    let longer = TextSearch(for: text + [0x61], sample: text.span)
    #expect(longer.firstPlace(in: text.span, from: 0) == nil)
  }

  @Test func anEditCopiesBlocksNotTheText() {
    let row = "| a | b |\n"
    for rows in [1_000, 100_000] {
      var text = LineText(ContiguousArray(String(repeating: row, count: rows).utf8))
      let place = TextPosition(line: rows / 2, byteColumn: 3)
      let splice = text.apply(TextEdit(start: place, end: place, replacement: [0x78]))
      #expect(splice.inserted.count == 1)
      #expect(splice.copiedByteCount <= 2 * LineText.defaultBlockByteTarget)
    }
  }

  private func copy(_ line: Span<UInt8>, _ ending: LineEnding) -> [UInt8] {
    line.indices.map { line[$0] } + ending.text
  }

  private func lines(_ text: LineText) -> [String] {
    (0..<text.lineCount).map { String(decoding: text.line($0), as: UTF8.self) }
  }

  private func splice(_ text: LineText, _ edit: TextEdit) -> ContiguousArray<UInt8> {
    let start = text.clamp(edit.start)
    let end = max(start, text.clamp(edit.end))
    var bytes = text.bytes
    let from = text.byteOffset(ofLine: start.line) + start.byteColumn
    let to = text.byteOffset(ofLine: end.line) + end.byteColumn
    bytes.replaceSubrange(from..<to, with: edit.replacement)
    return bytes
  }
}

extension SplitMix {
  fileprivate mutating func edit(lineCount: Int) -> TextEdit {
    let pieces = ["", "a", "\n", "\r", "\r\n", "| x | y |\n", "longer text here", "\n\n", "é"]
    let first = Int.random(in: -1...lineCount, using: &self)
    let last = first + Int.random(in: 0...2, using: &self)
    let replacement = (0..<3).map { _ in pick(pieces) }.joined()
    return TextEdit(
      start: TextPosition(line: first, byteColumn: Int.random(in: 0...6, using: &self)),
      end: TextPosition(line: last, byteColumn: Int.random(in: 0...6, using: &self)),
      replacement: Array(replacement.utf8))
  }
}
