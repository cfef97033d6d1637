import LineStore
import TableSyntax
import Testing

/// Tables as in cmark-gfm; the oracle compares far more documents.
@Suite struct TableTests {
  private func tables(_ text: String) -> [Range<Int>] {
    Table.all(in: LineText(ContiguousArray(text.utf8))).map(\.lines)
  }

  @Test(arguments: [
    "", "# h", "> q", "- i", "1. i", "---", "```", "<div>", "    code", "|", " | ", "<!-- c -->",
  ])
  func aTableEndsAtAnotherBlock(line: String) {
    #expect(tables("| a |\n|---|\n| 1 |\n\(line)\n| 2 |\n") == [0..<3])
  }

  @Test(arguments: ["text", "2) text", "<b>x</b>", "\\|", "   | 2"])
  func anyOtherLineIsARow(line: String) {
    let isListItem = line.hasPrefix("2)")
    #expect(tables("| a |\n|---|\n| 1 |\n\(line)\n") == [0..<(isListItem ? 3 : 4)])
  }

  @Test(arguments: [
    "a\n---\n", "| a | b |\n|---|\n", "```\n| a |\n|---|\n```\n", "<div>\n| a |\n|---|\n</div>\n",
    "<!--\n| a |\n|---|\n-->\n", "    | a |\n    |---|\n", "| a |\n\n|---|\n", "> | a |\n|---|\n",
    "| a |\n|-:-|\n", "| a | b |\n| --- || --- |\n",
  ])
  func theseAreNoTables(text: String) {
    #expect(tables(text).isEmpty)
  }

  @Test func aHeaderMayFollowAParagraph() {
    #expect(tables("text\nmore\na | b\n-|-\n1 | 2\n") == [2..<5])
  }

  @Test func quotesAndListsMayContainTables() {
    #expect(tables("> | a |\n> |---|\n> | 1 |\n| 2 |\n") == [0..<3])
    #expect(tables("- | a |\n  |---|\n  | 1 |\n| 2 |\n") == [0..<3])
    #expect(tables("1. x\n\n   | a |\n   |---|\n   | 1 |\n") == [2..<5])
  }

  private func cells(_ row: String) -> [String] {
    let bytes = ContiguousArray(row.utf8)
    return RowSplitter.cells(bytes.span, from: 0).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    "a|b", "|a|b|", "|", "||", "\\|", "\\\\|a", "1234567\\|8|9", "|a| \t", "a|\u{B}", "",
  ])
  func cellsAreCountedAsTheyAreSplit(row: String) {
    let bytes = ContiguousArray(row.utf8)
    #expect(RowSplitter.cellCount(bytes.span, from: 0) == cells(row).count)
  }

  @Test func onlyABackslashProtectsAPipe() {
    #expect(cells("| a \\| b | `c | d` |") == [" a \\| b ", " `c ", " d` "])
    #expect(cells("a | b") == ["a ", " b"])
    #expect(cells("| a | b |  ") == [" a ", " b "])
    #expect(cells("|| a |") == ["", " a "])
    #expect(cells("|").isEmpty)
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤️", 2),
    ("\u{200B}", 0), ("👍🏽", 2), ("1️⃣", 2), ("☝🏽", 1), ("👩‍❤️‍👨", 2), ("⛹🏽‍♀️", 2),
    ("👁️‍🗨️", 2), ("日🏽", 4), ("a\u{FE0F}", 1), ("a\u{200D}b", 1), ("🇩🇪🇫", 4), ("12", 2),
    ("नि", 2), ("हिन्दी", 4), ("क्ष", 2), ("தமிழ்", 4), ("বাংলা", 4), ("শ্রী", 2), ("ไทย", 3),
    ("น้ำ", 2), ("ខ្មែរ", 3), ("မြန်မာ", 5), ("සිංහල", 4), ("ශ්‍රී", 2), ("తెలుగు", 5), ("മലയാളം", 6),
    ("⌚\u{FE0E}", 1),
  ])
  func displayWidths(text: String, width: Int) {
    let bytes = ContiguousArray(text.utf8)
    #expect(DisplayWidth.of(bytes.span) == width)
  }

  @Test(arguments: [
    ("[a](b)", 1, 0), ("[a](b c)", 0, 1), ("[a](<b c> \"t\")", 1, 0), ("`[a](b)`", 0, 0),
    ("[a](b(c))", 1, 0), ("[a](b(c)", 0, 1), ("\\[a](b)", 0, 1), ("[a [b](c) d](e)", 1, 1),
    ("![a](b)", 1, 0), ("[a][b]", 0, 0), ("<a href=\"](\">", 0, 0),
  ])
  func linksAreThoseOfCommonMark(text: String, links: Int, strays: Int) {
    let bytes = ContiguousArray(text.utf8)
    let found = InlineLinks(in: bytes.span, 0..<bytes.count)
    #expect(found.links.count == links)
    #expect(found.strays.count == strays)
  }

  @Test func aLinkNeverReachesBeyondItsCell() {
    let bytes = ContiguousArray("[a](  \t| b) |".utf8)
    for end in 0...bytes.count {
      let found = InlineLinks(in: bytes.span, 0..<end)
      for range in found.links.map(\.range) + found.strays.map(\.range) {
        #expect(range.upperBound <= end)
      }
    }
  }
}
