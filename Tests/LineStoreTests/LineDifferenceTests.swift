import LineStore
import Testing

/// One edit turns a text into another; characters are counted in three units.
@Suite struct LineDifferenceTests {
  private func text(_ text: String) -> LineText {
    LineText(ContiguousArray(text.utf8), blockByteTarget: 8)
  }

  @Test func theEditGivesTheOtherText() {
    let pieces = ["", "a", "b\n", "\n", "\r", "\r\n", "é\n", "abcdefghij\n", "x\r"]
    var texts: [String] = []
    for first in pieces {
      for second in pieces {
        for third in pieces { texts.append(first + second + third + "end") }
        texts.append(first + second)
      }
    }
    for old in texts {
      for new in stride(from: 0, to: texts.count, by: 7).map({ texts[$0] }) + [old] {
        var changed = text(old)
        let edit = changed.edit(to: ContiguousArray(new.utf8))
        #expect((edit == nil) == Array(old.utf8).elementsEqual(new.utf8))
        if let edit { changed.apply(edit) }
        if !changed.bytes.elementsEqual(new.utf8) {
          Issue.record("\(old.debugDescription) \(new.debugDescription)")
        }
      }
    }
  }

  @Test func onlyTheDifferenceIsReplaced() throws {
    let lines = (0..<1000).map { "line \($0)\n" }
    var changed = lines
    changed[500] = "another\n"
    let old = LineText(ContiguousArray(lines.joined().utf8))
    let edit = try #require(old.edit(to: ContiguousArray(changed.joined().utf8)))
    #expect(edit.start == TextPosition(line: 500, byteColumn: 0))
    #expect(edit.end == TextPosition(line: 501, byteColumn: 0))
    #expect(edit.replacement == Array("another\n".utf8))
  }

  @Test(arguments: [TextUnit.utf8, .utf16, .scalar])
  func unitsAreCountedLikeInTheStandardLibrary(unit: TextUnit) {
    let line = "aé脑🧠b| 脑脑🧠🧠🧠 plain text of more than eight bytes é🧠"
    let bytes = ContiguousArray(line.utf8)
    var column = 0
    var units = 0
    for scalar in line.unicodeScalars {
      #expect(unit.count(bytes.span, upTo: column) == units)
      #expect(unit.byteColumn(bytes.span, at: units) == column)
      let width =
        switch unit {
        case .utf8: UTF8.width(scalar)
        case .utf16: UTF16.width(scalar)
        case .scalar: 1
        }
      for inside in 0..<width { #expect(unit.byteColumn(bytes.span, at: units + inside) == column) }
      column += UTF8.width(scalar)
      units += width
    }
    #expect(unit.count(bytes.span, upTo: .max) == units)
    for beyond in [units, units + 1, .max] {
      #expect(unit.byteColumn(bytes.span, at: beyond) == bytes.count)
    }
    #expect(unit.byteColumn(bytes.span, at: -5) == 0)
  }
}
