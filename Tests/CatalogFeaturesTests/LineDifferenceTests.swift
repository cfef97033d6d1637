import CatalogFeatures
import CatalogModel
import LineStore
import Testing

@Suite struct LineDifferenceTests {
  private func text(_ lines: [String]) -> LineText {
    LineText(ContiguousArray(lines.joined().utf8))
  }

  private func edits(_ old: [String], _ new: [String]) throws -> [TextEdit] {
    try LineDifference.edits(from: text(old), to: text(new))
  }

  /// Applies edits as an editor does: all at once, to the text as it was.
  private func apply(_ edits: [TextEdit], to text: LineText) -> [UInt8] {
    func offset(_ place: TextPosition) -> Int {
      text.byteOffset(ofLine: place.line) + place.byteColumn
    }
    var bytes = Array(text.bytes)
    for edit in edits.reversed() {
      bytes.replaceSubrange(offset(edit.start)..<offset(edit.end), with: edit.replacement)
    }
    return bytes
  }

  @Test func theEditsGiveTheOtherText() throws {
    let pieces = [
      "", "a\n", "\n", "é|b\n", "long line of text\n", "long line of tex\n", "x\r\n", "\r",
    ]
    var texts: [[String]] = [[], ["a"], ["a\n"]]
    for first in pieces {
      for second in pieces {
        for third in pieces { texts.append([first, second, third, "long line of text!\n", "end"]) }
      }
    }
    for old in stride(from: 0, to: texts.count, by: 5).map({ texts[$0] }) {
      for new in stride(from: 0, to: texts.count, by: 11).map({ texts[$0] }) {
        let edits = try edits(old, new)
        if apply(edits, to: text(old)) != Array(text(new).bytes) { Issue.record("\(old) \(new)") }
        for (edit, next) in zip(edits, edits.dropFirst()) { #expect(edit.end <= next.start) }
      }
    }
  }

  /// A change in each row and a line less in the middle: small edits all the same.
  @Test func editsAreSmallWhereALineIsGoneAndAllAreChanged() throws {
    var old: [String] = []
    var new: [String] = []
    for row in 0..<2_000 {
      if row == 1_000 { old.append("\n") }
      old.append("| [D\(row)](https://a.org/\(row)) | x | Segmentaton | CT | 2D |\n")
      new.append("| [D\(row)](https://a.org/\(row)) | x | Segmentation | CT | 2D |\n")
    }
    let edits = try edits(old, new)
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
}
