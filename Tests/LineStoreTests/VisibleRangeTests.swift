import LineStore
import Testing

/// A range that would be empty covers a character next to it.
@Suite struct VisibleRangeTests {
  @Test(arguments: [
    ("ab", 0, 0, 0..<1), ("ab", 0, 1, 1..<2), ("ab", 0, 2, 1..<2), ("aé", 0, 3, 1..<3),
    ("éa", 0, 0, 0..<2), ("x\n🧠\r\ny", 1, 4, 0..<4), ("a", 0, 0, 0..<1),
  ])
  func anEmptyRangeTakesACharacter(text: String, line: Int, column: Int, expected: Range<Int>) {
    let place = TextPosition(line: line, byteColumn: column)
    let range = LineText(ContiguousArray(text.utf8)).visible(place..<place)
    #expect(range.lowerBound.line == line && range.upperBound.line == line)
    #expect(range.lowerBound.byteColumn..<range.upperBound.byteColumn == expected)
  }

  @Test func anEmptyLineHasItsEnd() {
    let place = TextPosition(line: 1, byteColumn: 0)
    let range = LineText(ContiguousArray("a\n\nb".utf8)).visible(place..<place)
    #expect(range == place..<TextPosition(line: 2, byteColumn: 0))
  }
}
