import CatalogModel
import LineStore
import TestSupport
import Testing

@testable import CatalogFeatures

/// A difference turns the old text into the new one with few edits.
@Suite struct LineDifferenceTests {
  @Test(arguments: 0..<300)
  func editsMakeTheNewText(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let old = (0..<Int.random(in: 0...20, using: &random)).map { number in
      random.pick(["same\n", "\n", "line \(number)\n", "é\(number)\r\n", "x\r"])
    }
    let texts = [old, random.changed(old)].map { LineText(ContiguousArray($0.joined().utf8)) }
    let edits = try LineDifference.edits(from: texts[0], to: texts[1], .never)
    #expect(LineText(texts[0].bytes(applying: edits)) == texts[1])
    for (edit, next) in zip(edits, edits.dropFirst()) { #expect(edit.end <= next.start) }
    if texts[0] == texts[1] { #expect(edits.isEmpty) }
  }

  @Test func aMovedLineIsRemovedAndInserted() {
    let old = (0..<200).map { "line \($0)\n" }
    var new = old
    new.insert(new.remove(at: 20), at: 150)
    #expect(
      changes(old, new) == [
        LineChange(old: 20..<21, new: 20..<20), LineChange(old: 151..<151, new: 150..<151),
      ])
  }

  @Test func linesChangedInPlaceArePaired() {
    let old = (0..<100).map { "line \($0)\n" }
    var new = old.map { $0.hasSuffix("5\n") ? "x" + $0 : $0 }
    new.remove(at: 50)
    let changes = changes(old, new)
    #expect(changes.count == 11)
    #expect(changes.filter { $0.old.count == 1 && $0.new.count == 1 }.count == 10)
  }

  @Test func aCarriageReturnDoesNotEndALineOfADiff() {
    let text = ContiguousArray("a\rb\r\nc".utf8)
    let lines = LineSequence(linesByLineFeedOf: text)
    #expect(
      (0..<lines.count).map { Array(lines[$0]) } == [Array("a\rb\r\n".utf8), Array("c".utf8)])
    #expect(LineSequence(LineText(text)).count == 3)
  }

  /// Edits stay small if all rows change and one line in the middle is deleted.
  @Test func editsStaySmallIfAllRowsChangeAndOneIsDeleted() throws {
    var old: [String] = []
    var new: [String] = []
    for row in 0..<2_000 {
      if row == 1_000 { old.append("\n") }
      old.append("| [D\(row)](https://a.org/\(row)) | x | Segmentaton | CT | 2D |\n")
      new.append("| [D\(row)](https://a.org/\(row)) | x | Segmentation | CT | 2D |\n")
    }
    let edits = try LineDifference.edits(from: text(old), to: text(new), .never)
    #expect(edits.count == 2_001)
    #expect(edits.allSatisfy { $0.replacement.count <= 1 })
  }

  @Test func itCanBeInterrupted() {
    let lines = (0..<100).map { "\($0)\n" }
    #expect(throws: Interrupted.self) {
      try LineDifference.edits(
        from: text(lines), to: text(lines + ["x"]), Interruption { true })
    }
  }

  private func text(_ lines: [String]) -> LineText {
    LineText(ContiguousArray(lines.joined().utf8))
  }

  private func changes(_ old: [String], _ new: [String]) -> [LineChange] {
    let texts = [old, new].map { LineSequence(LineText(ContiguousArray($0.joined().utf8))) }
    return LineDifference.changes(from: texts[0], to: texts[1])
  }
}
