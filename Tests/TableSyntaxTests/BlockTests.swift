import LineStore
import Testing

@testable import TableSyntax

/// Block structure as in cmark-gfm: which lines hide a table.
@Suite struct BlockTests {
  private func tables(_ text: String) -> [Range<Int>] {
    Table.all(in: LineText(ContiguousArray(text.utf8))).map(\.lines)
  }

  @Test func aLineMayEndWithCR() {
    #expect(tables("a|b\r-|-\r1|2\r") == [0..<3])
    #expect(tables("a|b\r\n-|-\r1|2\n") == [0..<3])
  }

  /// VT and FF are white space only after a pipe.
  @Test func otherWhiteSpace() {
    #expect(tables("|a|\n|-|\n\u{B}\n|\u{B}b|\n|\u{C}\n") == [0..<4])
    #expect(tables("-\u{C}a|b\n-|-\n") == [0..<2])
    let row = ContiguousArray("|\u{B}a\u{B}|".utf8)
    #expect(RowSplitter.trimmed(1..<4, in: row.span) == 2..<4)
    let delimiter = ContiguousArray("-:\u{B}|\u{B}:-|".utf8)
    let cells = RowSplitter.cells(delimiter.span, from: 0)
    #expect(DelimiterRow.alignments(delimiter.span, cells) == [.none, .left])
  }

  @Test(arguments: ["<textarea", "<textarea>", "<PRE>", "<script x"])
  func rawTextContinuesAfterBlankLines(start: String) {
    #expect(tables("\(start)\n\n|a|\n|-|\n").isEmpty)
    #expect(tables("\(start)\n</textarea>\n\n|a|\n|-|\n") == [3..<5])
  }

  @Test(arguments: ["<a b=\"\0\">", "<a b=\0>", "<a\u{B}b>"])
  func aLoneTagHidesTheNextLines(tag: String) {
    #expect(tables("\(tag)\n|a|\n|-|\n").isEmpty)
  }

  // MARK: Task list items

  @Test func aTasksTableStartsAfterItsCheckbox() {
    func columns(_ text: String) -> [Int] {
      Table.all(in: LineText(ContiguousArray(text.utf8))).map(\.columnCount)
    }
    #expect(columns("- [ ] |a|b|\n  |-|-|\n") == [2])
    #expect(columns("1. [X]\t|a|b|\n   |-|-|\n") == [2])
    #expect(columns("- [ ]|a|b|\n  |-|-|\n").isEmpty, "no blank behind the box")
    #expect(columns("+ [x] \n  |-|\n").isEmpty, "an item without text")
    #expect(columns("> - [ ] |a|\n>   |-|-|\n") == [2], "not the first marker of its line")
    #expect(columns("* a\n\n  2x [ ] |b\n  |-|-|\n") == [2], "what looks like a marker, too")
    #expect(columns("* a\n  ***\n  2x [ ] |b\n  |-|-|\n") == [2], "and is text below a break")
  }

  // MARK: Link reference definitions

  @Test(arguments: [
    "[r]:\nu", "[r]: u\n't'", "[\nr]: u", "[r]: u\n\"t\nt\"", "[r]: (", "[r]: \0", "[r]: <a\\\nb>",
    "[r]: u \"t\\\"", "[r]: u \"t\\\"\n[s]: v", "[a\\]]: u", "[r]: u (t\\()",
    "[" + String(repeating: "r", count: 1000) + "]: u",
  ])
  func anUnderlineBelowDefinitionsIsText(definitions: String) {
    let line = definitions.split(separator: "\n").count
    #expect(tables("\(definitions)\n===\n|-|\n") == [line..<line + 2])
    #expect(tables("- \(definitions.replacingLineFeeds(with: "\n  "))\n\n\n  |a|\n  |-|\n") != [])
  }

  @Test(arguments: [
    "[r] u", "[ ]: u", "[r]:", "[r]: )", "[r]: u 't", "[r]: u\n't' x", "[r]: <u>'t'",
    "[r]: u\u{B} x",
    "[r]: u \"t\\\" x", "[a[b]: u", "[r]: " + String(repeating: "(", count: 33),
    "[" + String(repeating: "r", count: 1001) + "]: u",
  ])
  func anUnderlineBelowTextMakesAHeading(text: String) {
    #expect(tables("\(text)\n===\n|-|\n").isEmpty)
  }

  @Test func anItemOfDefinitionsIsEmpty() {
    #expect(tables("123. [a]: b\n\n\n     |x|\n     |-|\n").isEmpty)
    #expect(tables("123. [a] b\n\n\n     |x|\n     |-|\n") == [3..<5])
  }

  // MARK: States

  /// The state after all lines of a text.
  private func state(_ text: String) -> BlockState {
    var state = BlockState()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bytes = ContiguousArray(line.utf8)
      _ = BlockScanner.read(bytes.span, in: &state)
    }
    return state
  }

  @Test func aStateKeepsNoMoreThanTheNextLineNeeds() {
    let longer = String(repeating: "more text\n", count: 1000)
    #expect(state("[r]: u\n\"a") == state("[r]: u\n\"a\(longer)a"))
    #expect(state("text\na") == state("\(longer)a"))
    #expect(state("a\n|-|-|\nb") == state("a\n|-|-|\n\(longer)b|c"))
    #expect(state("~~~~") == state("text\n\n~~~~"))
    #expect(state("> - a\n\n") == state("\n"))
    #expect(state("|a|\n|-|\n|1|") == state("|a|\n|-|\n||||"))
  }

  @Test func nestedItemsTakeTheirLines() {
    let nested = (0..<2000).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    #expect(state(nested + "\n").containers.count == 2000)
  }

  // MARK: Limits

  private func table(_ columnCount: Int) -> String {
    "|" + String(repeating: "a|", count: columnCount) + "\n|"
      + String(repeating: "-|", count: columnCount) + "\n"
  }

  @Test func aRowHasALimitOfCells() {
    let most = String(repeating: "|a", count: CmarkLimits.cellCountMax)
    #expect(tables(table(2) + most + "\n|b|\n") == [0..<4])
    #expect(tables(table(2) + most + "|a\n|b|\n") == [0..<2])
    #expect(tables(most + "\n" + table(2)) == [1..<3])
    #expect(tables(most + "|a\n" + table(2)).isEmpty)
    #expect(tables(table(CmarkLimits.cellCountMax + 1)).isEmpty)
  }

  @Test func aTableMayLackALimitedNumberOfCells() {
    let rows = String(repeating: "|x|\n", count: 526)
    #expect(tables(table(1000) + rows) == [0..<527])
    #expect(tables(table(999) + rows) == [0..<528])
  }

  @Test func aLineOpensALimitedNumberOfItems() {
    func text(_ count: Int) -> String {
      String(repeating: "- ", count: count) + "a|b\n"
        + String(repeating: "  ", count: count) + "-|-\n"
    }
    #expect(tables(text(CmarkLimits.listItemDepthMax - 1)) == [0..<2])
    #expect(tables(text(CmarkLimits.listItemDepthMax + 1)).isEmpty)
  }

  @Test func theLengthOfAFenceIsCountedInAByte() {
    func text(_ open: Int, _ close: Int) -> String {
      String(repeating: "`", count: open) + "\n" + String(repeating: "`", count: close)
        + "\n|a|\n|-|\n"
    }
    #expect(tables(text(256, 255)) == [2..<4])
    #expect(tables(text(255, 254)).isEmpty)
  }
}

extension String {
  fileprivate func replacingLineFeeds(with text: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: text)
  }
}

/// Footnote definitions and front matter hold no rows of the tables around them.
@Suite struct BlocksAroundTablesTests {
  private func tables(_ text: String) -> [Range<Int>] {
    Table.all(in: LineText(ContiguousArray(text.utf8))).map(\.lines)
  }

  // MARK: Footnotes

  @Test(arguments: [
    "[^1]: Free after registration.", "[^note]:", "   [^a]: b", "[^a[b]:c", "[^1]: |c|d|",
    "[^é]: x",
  ])
  func aFootnoteEndsATable(line: String) {
    #expect(tables("|a|b|\n|-|-|\n|1|2|\n\(line)\n") == [0..<3])
  }

  @Test(arguments: [
    "[^]: b", "[^a b]: c", "[^1]", "[^1] : a", "[1]: a", "\\[^1]: a", "|[^1]: a|",
  ])
  func aRowMayBeginLikeAFootnote(line: String) {
    #expect(tables("|a|b|\n|-|-|\n|1|2|\n\(line)\n") == [0..<4])
  }

  @Test func aFootnoteHoldsBlocksIndentedByFour() {
    #expect(tables("[^1]: |a|\n    |-|\n    |1|\n") == [0..<3])
    #expect(tables("[^1]: text\n\n    |a|\n    |-|\n\n    |b|\n    |-|\n") == [2..<4, 5..<7])
    #expect(tables("[^1]: |a|\n   |-|\n") == [], "three columns are not enough")
    #expect(tables("[^1]:\n\n\t|a|\n\t|-|\n") == [2..<4])
    #expect(tables("> [^1]: a\n>\n>     |a|\n>     |-|\n") == [], "the line is not empty")
    #expect(tables("- [^1]: a\n\n      |a|\n      |-|\n") == [2..<4])
    #expect(tables("- [^1]: a\n \n      |a|\n      |-|\n") == [])
    #expect(tables("[^1]: [^2]: |a|\n        |-|\n") == [0..<2])
    #expect(tables("text\n[^1]: |a|\n    |-|\n") == [1..<3], "it interrupts a paragraph")
  }

  // MARK: Front matter

  private static let table = "|a|\n|-|\n"

  @Test(arguments: [
    "---\ntitle: x\nbox: |\n  |a|\n  |-|\n---\n", "---\nkey:\n  |a|\n  |-|\n...\n",
    "+++\n|a|\n|-|\n+++\n", "--- \n\"a b\": c\n|a|\n|-|\n---\t\n",
    "\u{FEFF}---\na: |\n |a|\n |-|\n---\n",
    "---\na-b c: d\n# e\n|a|\n|-|\n---\n",
    "---\n# a note\na: |\n |a|\n |-|\n---\n", "---\n\na:\n- b\n\nc:\n  |a|\n  |-|\n---\n",
  ])
  func frontMatterHoldsNoTable(text: String) {
    let line = text.count { $0 == "\n" }
    #expect(tables(text + Self.table) == [line..<line + 2])
    #expect(tables((text + Self.table).replacingLineFeeds(with: "\r\n")) == [line..<line + 2])
    #expect(tables("\n" + text) != [], "only at the top")
  }

  @Test func frontMatterHasALimitOfLines() {
    let keys = String(repeating: "a: b\n", count: 9_998)
    #expect(tables("---\n\(keys)---\n" + Self.table) == [10_000..<10_002])
    #expect(tables("---\na: b\n" + "|a|\n|-|\n\n" + keys + "---\n") == [2..<4])
  }

  @Test(arguments: [
    "---\ntitle: x\n\n|a|\n|-|\n", "---\n\n|a|\n|-|\n---\n", "---\n|a: b|\n|-|\n---\n",
    "+++\n\n|a|\n|-|\n", "----\na: b\n\n|a|\n|-|\n----\n", "---\n- a: b\n\n|a|\n|-|\n---\n",
    "---\na:b\n\n|a|\n|-|\n---\n", "---\nhttp://a.example\n\n|a|\n|-|\n---\n",
    "+++\na = 1\n\n|a|\n|-|\n---\n", "---\n# Title\n\na: b\n\n|a|\n|-|\n---\n",
    "---\n# Title\na: b\n\n|a|\n|-|\n---\n", "---\n\nSome text.\n\n|a|\n|-|\n---\n",
  ])
  func whatOnlyBeginsLikeFrontMatter(text: String) {
    #expect(tables(text).count == 1)
  }
}
