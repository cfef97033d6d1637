import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// The style that `auto` finds in a table, and what it makes of its rows.
@Suite struct LayoutTests {
  /// The lines of a text once its first table is formatted; checks that twice is once.
  private func formatted(_ text: String, style: TableStyle = .auto) -> String {
    let once = formattedOnce(text, style)
    #expect(formattedOnce(once, style) == once, "twice")
    return once
  }

  private func formattedOnce(_ text: String, _ style: TableStyle) -> String {
    let catalog = Catalog(utf8: ContiguousArray(text.utf8))
    var out = ContiguousArray<UInt8>()
    guard let table = catalog.tables.first, !catalog.isFormatted(table, style: style) else {
      return text
    }
    let layout = catalog.layout(of: table, style: style)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    catalog.forEachLineToFormat(of: table, as: layout, in: table.lines) { line, bytes, _, offset in
      out.removeAll()
      if line == table.delimiterLine {
        layout.writeDelimiterRow(bytes, from: offset, to: &out)
      } else {
        layout.write(Row(bytes, from: offset), bytes, to: &out)
      }
      lines[line] = String(decoding: out, as: UTF8.self)
      return true
    }
    #expect(lines.joined(separator: "\n") != text, "an unformatted table has a line to change")
    return lines.joined(separator: "\n")
  }

  @Test(arguments: [
    "| a | b |\n| --- | --- |\n| 1 | 22 |\n| 333 | 4 |",
    "| a | b |\n|---|:-:|\n| 1 | 22 |\n| 3 | 4 |",
    "| a | b |\n|:----|------|\n| 1 | 22 |  \n| 3 |     |", "|a|b|\n|-|-|\n|1|22|\n|3||",
    "a | b\n--- | ---\n1 | 22\n3 | 4", "| a | b\n|---|---\n| 1 | 22\n| 3 | 4  ",
    "a | b |\n---|---|\n1 | 22 |\n3 | 4 |",
    "| Name | Size |\n|------|------|\n| A    | 1    |\n| B    | 22   |",
    "| Name | Size |\n|:-----|-----:|\n| A    |    1 |\n| B    |   22 |",
    "|Name|Size|\n|----|----|\n|A   |1   |\n|B   |22  |",
    "Name | Size\n---- | ----\nA    | 1\nB    | 22",
    "| Name | Size |\n|------|------|\n| A    | 1    |\n| B much longer | 22   |\n"
      + "| C not shorter | 3    |"
      + "\n| D also longer | 4    |\n| E    | 5    |\n| F    | 6    |\n| G    | 7    |",
    "| 名字 | Size |\n|------|------|\n| 日   | 1    |\n| 日本 | 22   |",
    "| 名字   | Size |\n|------|------|\n| 日    | 1    |\n| 日本語  | 22   |",
    "|a  |  b|\n|-|-|", "| Name  | x |\n|-------|---|\n| a     | b |",
    "> | a  | bb |\n> |----|----|\n> | 1  | 2  |\n> | 33 | 4  |",
    "|\\ |b|\n|--|-|\n|1\\ |2|\n|3|4|",
  ])
  func aTableInItsOwnStyleStays(text: String) {
    #expect(formattedOnce(text, .auto) == text)
  }

  @Test func onlyRowsThatDeviateAreRewritten() {
    let head = "| a | b |\n|---|:--|\n| 1 | 2 |\n"
    #expect(
      formatted(head + "| 1 |  2 |\n|3|4|\n| 5\t| 6 |\n7 | 8") == head
        + "| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n| 7 | 8 |")
    #expect(
      formatted("|a|b|\n|-|-|\n|1|2|\n|3|4|\n| 5 | 6 |\n| x\\ | |")
        == "|a|b|\n|-|-|\n|1|2|\n|3|4|\n|5|6|\n|x\\ | |")
    let rows = String(repeating: "1 | 2\n", count: 6)
    #expect(
      formatted("a | b\n--|--\n" + rows + "| c | 6 |\n| # | 7 |\n| | 8 |")
        == "a | b\n--|--\n" + rows + "c | 6\n| # | 7\n| | 8")
  }

  private static let alignedRows =
    "| Name | Size |\n|------|------|\n| A    | 1    |\n| B    | 22   |\n"

  @Test func aRowOfAnAlignedTableIsAligned() {
    #expect(formatted(Self.alignedRows + "|C|3|") == Self.alignedRows + "| C    | 3    |")
    #expect(
      formatted(Self.alignedRows + "  | C    | 3    |") == Self.alignedRows + "| C    | 3    |")
    #expect(formatted(Self.alignedRows + "| C |") == Self.alignedRows + "| C    |")
    let quoted = Self.alignedRows.split(separator: "\n").map { "> " + $0 + "\n" }.joined()
    #expect(formatted(quoted + ">   | C    | 3    |") == quoted + "> | C    | 3    |")
  }

  @Test func aColumnIsWidenedForOneOrTwoLongerCells() {
    #expect(
      formatted(Self.alignedRows + "| Longer | 3 |") == """
        | Name   | Size |
        |--------|------|
        | A      | 1    |
        | B      | 22   |
        | Longer | 3    |
        """)
    let longer =
      "| Longer | 3    |\n| Longest | 4    |\n| Lengthy | 5    |\n| C    | 6    |\n"
      + "| D    | 7    |\n| E    | 9    |"
    #expect(formattedOnce(Self.alignedRows + longer, .auto) == Self.alignedRows + longer)
    #expect(
      formatted(Self.alignedRows + longer + "\n|Lengthier|8|")
        == Self.alignedRows + longer + "\n| Lengthier | 8    |")
  }

  @Test func aDelimiterRowTakesPipesAndPlacesAlone() {
    #expect(formatted("a | b\n|---|---|\n| 1 | 2 |") == "| a | b |\n|---|---|\n| 1 | 2 |")
    #expect(formatted("| a | b |\n---|:-:\n| 1 | 2 |") == "| a | b |\n|---|:-:|\n| 1 | 2 |")
    #expect(
      formatted("| Name | Size |\n|---|:--:|\n| A    | 1    |\n| B    | 2    |")
        == "| Name | Size |\n|------|:----:|\n| A    | 1    |\n| B    | 2    |")
    #expect(
      formatted("| Name | Size |\n| - | -: |\n| A    | 1    |\n| B    | 2    |")
        == "| Name | Size |\n| ---- | ---: |\n| A    | 1    |\n| B    | 2    |")
  }

  @Test func textsKeepTheSideThatTheyAreOn() {
    let head = "| Name | Size |\n|:----:|-----:|\n"
    let left = head + "| A    | 1    |\n| B    | 22   |\n"
    #expect(formatted(left + "|C|3|") == left + "| C    | 3    |")
    let right = head + "|  A   |    1 |\n|  B   |   22 |\n"
    #expect(formatted(right + "|C|3|") == right + "|  C   |    3 |")
  }

  @Test func oneRowGoesByTheHeader() {
    #expect(
      formatted("| Name  | Size |\n|-|-|\n|A|1|")
        == "| Name  | Size |\n|-------|------|\n| A     | 1    |")
    #expect(formatted("|Name|Size|\n|-|-|\n| A | 1 |") == "|Name|Size|\n|-|-|\n|A|1|")
    #expect(formatted("| Name | Size |\n|-|-|\n|A|1|") == "| Name | Size |\n|-|-|\n| A | 1 |")
  }

  @Test func aNamedStyleAppliesInFull() {
    let text = "|Name|Size|\n|:-|-:|\n| A    | 1 |\n|B||"
    #expect(formatted(text, style: .tight) == "|Name|Size|\n|:--|--:|\n|A|1|\n|B||")
    #expect(
      formatted(text, style: .compact)
        == "| Name | Size |\n| :-- | --: |\n| A | 1 |\n| B |  |")
    #expect(
      formatted(text, style: .aligned)
        == "| Name | Size |\n| :--- | ---: |\n| A    |    1 |\n| B    |      |")
  }

  @Test func textWithoutWidthIsText() {
    #expect(
      formatted("| a |\n| --- |\n|\u{200B}|\n| b |") == "| a |\n| --- |\n| \u{200B} |\n| b |")
  }

  /// A line that an added pipe would turn into something else stays.
  @Test(arguments: [
    "[r]: u\n===\n| --- |", "> a\n   b|c\n> | --- | --- |", "| a |\n| --- |\n\u{B}b",
    "- > a\n\tb\n  > | --- |", "| a | b |\n|---|---|\n| 1 | 2 |\nSome words below it",
  ])
  func linesThatMustStayCountAsFormatted(text: String) {
    #expect(formattedOnce(text, .auto) == text)
  }

  @Test func aTaskKeepsItsCheckbox() {
    let catalog = Catalog(utf8: ContiguousArray("- [ ] a | b\n  --|--\n  1 | 2\n".utf8))
    #expect(catalog.tables.map(\.headerOffset) == [6])
  }

  /// Rows of wrapped records, pipes in code, formulas, wikilinks and URLs, and other tools' syntax.
  @Test(arguments: [
    "| 1 | two and\nmore | 3 |", "| one and\nmore | 2 | 3 |", "| 1 | 2 | three\nand more |",
    "| 1 | `x|y` | 3 |", "|`x|y`|2|3|", "| 1 | $P(x|y)$ | 3|", "|[[A|b]] | 2 | 3|",
    "| https://a.org/x|y | 2 | 3|", "| [A](https://a.org/x|y) | 2|3 |",
    ": A caption | with a pipe {#tbl-a}", "Table: a caption|b", "::: note | x", "A text.",
  ])
  func linesThatStay(line: String) {
    let head = "| a | b | c |\n|---|---|---|\n"
    let text = head + "| 1 | 2 | 3 |\n\(line)\n"
    #expect(formattedOnce(text, .auto) == text)
    let other = head + "|1|  2 | 3 |\n\(line)\n"
    #expect(formatted(other) == text)
  }

  @Test func textUnderATableOfOneColumnStays() {
    #expect(formatted("| a |\n|---|\n|  1 |\n| 2 |\nText.") == "| a |\n|---|\n| 1 |\n| 2 |\nText.")
  }

  @Test func shortRowsOfNoRecordAreFormatted() {
    let head = "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"
    #expect(formatted(head + "| 4\n| 5 | 6 | 7 |") == head + "| 4 |\n| 5 | 6 | 7 |")
    #expect(formatted(head + "4 | 5 | 6") == head + "| 4 | 5 | 6 |")
  }

  /// A short row is closed and widens its columns at once.
  @Test func aShortRowWithoutItsLastPipeIsFormattedOnce() {
    #expect(
      formatted("| a  | b | c |\n|----|---|---|\n| 1 | 2 | 3 |\n| 11 |  longer")
        .hasSuffix("| longer |"))
    _ = formatted("|+|a|   b |\n|:--|-|--|\n  | set |long text")
  }
}

/// Comments by which other formatters leave tables as they are.
@Suite struct FormatMarkTests {
  private static let table = "|a|b|\n|-|-|\n| 1 |2|\n"

  private func isLeft(_ text: String) -> Bool {
    let catalog = Catalog(utf8: ContiguousArray(text.utf8))
    guard catalog.tables.count == 1, let table = catalog.tables.first else { return false }
    let hasProblem = catalog.problems().contains {
      $0.rule == UnformattedTableRule.rule.code
    }
    #expect(hasProblem != catalog.isUnformattable(table), "\(text)")
    return catalog.isUnformattable(table)
  }

  @Test(arguments: [
    "<!-- prettier-ignore -->\n", "<!--prettier-ignore-->\n\n", "<!-- dprint-ignore -->\n",
    "<!-- prettier-ignore -->\n<!-- a remark -->\n\n", "<!-- prettier-ignore-start -->\n\ntext\n\n",
    "<!-- dprint-ignore-start -->\n", "<!-- markdown-table-prettify-ignore-start -->\n\n# h\n",
    "<!-- prettier-ignore-start -->\n<!-- dprint-ignore-end -->\n",
  ])
  func tablesBelowTheseStay(marks: String) {
    #expect(isLeft(marks + Self.table))
  }

  @Test(arguments: [
    "", "<!-- prettier-ignore -->\n\ntext\n\n", "<!-- prettier-ignored -->\n",
    "`<!-- prettier-ignore -->`\n\n",
    "<!-- prettier-ignore-start -->\n\n<!-- prettier-ignore-end -->\n",
    "<!-- prettier-ignore-end -->\n",
    "```\n<!-- prettier-ignore-start -->\n```\n", "<!-- markdown-table-prettify-ignore-end -->\n",
    "<!-- prettier-ignore -->\n# h\n",
  ])
  func tablesBelowTheseAreFormatted(marks: String) {
    #expect(!isLeft(marks + Self.table))
  }

  @Test func anEditOfAMarkCounts() {
    var catalog = Catalog(utf8: ContiguousArray(("<!-- prettier-ignore -->\n\n" + Self.table).utf8))
    #expect(catalog.isUnformattable(catalog.tables[0]))
    catalog.apply(TextEdit(line: 1, byteColumns: 0..<0, replacement: Array("# h".utf8)))
    #expect(!catalog.isUnformattable(catalog.tables[0]))
  }
}

/// Where a mark around tables counts.
@Suite struct IgnoreMarkTests {
  private static let start = "<!-- mdcatalog-ignore-start -->"
  private static let table = "|a|\n|-|\n"

  private func isIgnored(_ text: String) -> Bool {
    let catalog = Catalog(utf8: ContiguousArray(text.utf8))
    return catalog.tables.count == 1 && catalog.ignoredTableIDs.count == 1
  }

  @Test(arguments: ["", "\u{FEFF}", "   ", "> ", "- ", "> 1. ", "text\n", "- a\n\n  "])
  func aMarkIsABlockOfItsOwn(prefix: String) {
    #expect(isIgnored(prefix + Self.start + "\n" + Self.table))
  }

  @Test(arguments: [
    "```\n\(start)\n```\n", "    \(start)\n", "<div>\n\(start)\n\n", "<!--\n\(start)\n-->\n",
    "text \(start)\n\n", "\(start) text\n", "<!-- \(start)\n",
  ])
  func aMarkInCodeOrHTMLDoesNotCount(text: String) {
    #expect(!isIgnored(text + Self.table))
  }
}
