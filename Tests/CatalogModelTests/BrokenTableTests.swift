import CatalogSchema
import Testing

@testable import CatalogModel

/// Lines meant as rows, and lines that are not.
@Suite struct BrokenTableTests: RuleSuite {
  @Test func rowsAfterABlankLine() {
    check(
      """
      | a | b |
      |---|---|
      | 1 | 2 |

      | 3 | 4 |
      ^^^^^^^^^ broken-table: 2 lines are not
      | 5 | 6 |
      """, header: "")
    #expect(
      fixed("| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |", header: "")
        == "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |")
    #expect(
      fixed("> | a | b |\n> |---|---|\n> | 1 | 2 |\n>\n> | 3 | 4 |\n", header: "")
        == "> | a | b |\n> |---|---|\n> | 1 | 2 |\n> | 3 | 4 |\n")
    #expect(
      fixed("| a | b |\n|---|---|\n| 1 | 2 |\n|\n| 3 | 4 |\n", header: "")
        == "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n")
  }

  @Test func aDelimiterRowOfAnotherCount() {
    check(
      """
      | a | b | c |
      ^^^^^^^^^^^^^ broken-table: 3 cells, the delimiter row 2; 3 lines are not
      |---|---|
      | 1 | 2 | 3 |
      """, header: "")
    check(
      """
      - | a | b | c |
        ^^^^^^^^^^^^^ broken-table: 3 cells
        |---|---|
        | 1 | 2 | 3 |
      """, header: "")
    check("\u{FEFF}| a | b |\n ^^^^^^^^^ broken-table: 2 cells\n|---|---|---|", header: "")
    #expect(
      fixed("| a | b | c |\n|---|---|\n| 1 | 2 | 3 |", header: "")
        == "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |")
  }

  /// After a table of two columns, and of five.
  @Test(arguments: [
    "Use x | y to choose.", "Use `x | y` to choose.", "`cat x | grep y` lists all.",
    "We use P(a|b).", "The value |x| is small.", "[Home](h) | [Next](n)", "- x | y\n- z | w",
    "1. x | y", "Foo | Bar\n---", "Foo | Bar\n===", "[^1]: see a | b", "# a | b",
    "[x]: https://e.org/a|b|c", "| c | d |\n|---|---|\n| 3 | 4 |",
    "| c | d |\n|---|---|",
    "```\n| 3 | 4 |\n```", "    | 3 | 4 |", "<!--\n| 3 | 4 |\n-->", "<!-- | 3 | 4 | -->",
  ])
  func otherLinesAreNotReported(text: String) {
    check("| a | b |\n|---|---|\n| 1 | 2 |\n\n\(text)\n", header: "")
  }

  @Test(arguments: [
    "[Home](h) | [Prev](p) | [Next](n)", "[x]: https://e.org/a|b|c|d|e", "- a | b | c | d | e",
    "Title | a | b | c | d\n---",
  ])
  func norAfterFiveColumns(text: String) {
    check("\n\(text)\n")
  }

  @Test(arguments: [
    "# Bbb | Text | Detection | CT | 3D", "- Bbb | Text | Detection | CT | 3D",
    "<br>\n| Bbb | Text | Detection | CT | 3D |", "---\n| Bbb | Text | Detection | CT | 3D |",
    "<div>x</div>\n| Bbb | Text | Detection | CT | 3D |",
  ])
  func aLineThatEndsATableEarlyIsReported(text: String) {
    let table = MarkedRows.header + "| [A](https://a.org) | Text | Detection | CT | 3D |\n"
    let catalog = Catalog(utf8: ContiguousArray((table + text + "\n").utf8))
    let broken = catalog.problems().filter { $0.rule == "broken-table" }
    #expect(broken.count == 1)
    #expect(broken.allSatisfy { $0.fix?.isSafe != true })
  }

  /// The problem is reported without a fix that would append lines to the table.
  @Test(arguments: [
    "| 3 | 4 |\nClosing text.\n", "| 3 | 4 |\n| c | d |\n|---|---|\n| 5 | 6 |\n",
    "| 3 | 4 |\n<span>\n", "| 3 | 4 |\n    code?\n",
  ])
  func nothingIsAppendedToATable(text: String) {
    let text = "| a | b |\n|---|---|\n| 1 | 2 |\n\n" + text
    let catalog = Catalog(utf8: ContiguousArray(text.utf8))
    #expect(catalog.problems().contains { $0.rule == "broken-table" && $0.fix == nil })
    #expect(fixed(text, header: "") == text)
  }

  @Test func aMistakeIsReportedOnce() {
    let text = "| a | b |\n|---|---|\n| 1 | 2 |\n\n| a | b |\n|---|---|---|\n| 3 | 4 |\n"
    check(
      text.replacing(
        "\n|---|---|---|", with: "\n^^^^^^^^^ broken-table: Not a table\n|---|---|---|"),
      header: "")
    #expect(
      fixed(text, header: "")
        == "| a | b |\n|---|---|\n| 1 | 2 |\n\n| a | b |\n|---|---|\n| 3 | 4 |\n")
  }

  @Test func textBelowABrokenTableMakesTheFixUnsafe() {
    let text = "| a | b |\n|---|---|---|\n| 1 | 2 |\nText\n"
    #expect(fixed(text, header: "") == text)
    #expect(fixed(text, header: "", false) == "| a | b |\n|---|---|\n| 1 | 2 |\n\nText\n")
  }

  @Test func commentsSilenceTheRule() {
    check("| a <!-- mdcatalog-ignore broken-table --> | b |\n|---|---|---|\n", header: "")
    check(
      "| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 <!-- mdcatalog-ignore broken-table --> |\n",
      header: "")
    check(
      """
      <!-- mdcatalog-ignore-start -->

      | a | b |
      |---|---|---|

      <!-- mdcatalog-ignore-end -->
      """, header: "")
  }
}
