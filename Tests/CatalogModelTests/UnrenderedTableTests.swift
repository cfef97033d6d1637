import CatalogSchema
import Testing

@testable import CatalogModel

/// Lines that were meant as a table and that GFM reads as something else.
@Suite struct UnrenderedTableTests: RuleSuite {
  /// A broken table, what is said of its first line, and the table after unsafe fixes; the same
  /// text where there is no fix.
  @Test(arguments: [
    (
      "| a | b |\n| 1 | 2 |\n", "there is no delimiter row", "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    ),
    (
      "Name | Year | Place\nUno | 1 | Rome\nDue | 2 | Oslo\n", "there is no delimiter row",
      "Name | Year | Place\n--- | --- | ---\nUno | 1 | Rome\nDue | 2 | Oslo\n"
    ),
    (
      "| name | b  |\n| x    | yy |\n", "there is no delimiter row",
      "| name | b  |\n| ---- | --- |\n| x    | yy |\n"
    ),
    (
      "|a|b|\n| – | – |\n|1|2|\n", "must have hyphens and pipes only",
      "|a|b|\n|---|---|\n|1|2|\n"
    ),
    (
      "| a | b |\n|\u{A0}---|---\u{200B}|\n| 1 | 2 |\n", "must have hyphens",
      "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    ),
    (
      "| a | b |\n｜---｜---｜\n| 1 | 2 |\n", "must have hyphens",
      "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    ),
    ("|a|b|\n|---,|---|\n|1|2|\n", "must have hyphens", "|a|b|\n|---|---|\n|1|2|\n"),
    ("|a|b|\n|...|...|\n|1|2|\n", "must have hyphens", "|a|b|\n|---|---|\n|1|2|\n"),
    ("|a|b|\n|***|***|\n|1|2|\n", "must have hyphens", "|a|b|\n|---|---|\n|1|2|\n"),
    ("|a|b|\n|\\---|---|\n|1|2|\n", "must have hyphens", "|a|b|\n|---|---|\n|1|2|\n"),
    ("| a | b |\n| c | d |\n|---|---|\n| 1 | 2 |\n", "the line above the delimiter row", ""),
    ("a | b\n===|===\n1 | 2\n", "must have hyphens", "a | b\n--- | ---\n1 | 2\n"),
    (
      "| a | b |\n|---+---|\n| 1 | 2 |\n", "must have hyphens",
      "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    ),
    ("+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n", "must have hyphens", ""),
    (
      "| a | b |\n    |---|---|\n| 1 | 2 |\n", "must not be indented",
      "| a | b |\n|---|---|\n| 1 | 2 |\n"
    ),
    (
      "Text\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n", "are code",
      "Text\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    ),
    (
      "    | a | b |\n|---|---|\n| 1 | 2 |\n", "are code",
      "| a | b |\n|---|---|\n| 1 | 2 |\n"
    ),
    ("- | a | b |\n|---|---|\n| 1 | 2 |\n", "is in a list item", ""),
    (
      "| a | b |\n\n\n|---|---|\n| 1 | 2 |\n", "remove the blank line",
      "| a | b |\n|---|---|\n| 1 | 2 |\n"
    ),
    (
      "| a | b |\n---\n| 1 | 2 |\n", "makes a heading of it",
      "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    ),
    (
      "| a | b | | --- | --- | | 1 | 2 |\n", "on a line of its own",
      "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    ),
    (
      "| a | b |\n|---|---| | 1 | 2 |\n", "on a line of its own",
      "| a | b |\n|---|---|\n| 1 | 2 |\n"
    ),
    ("Text\n\n|---|---|\n| 1 | 2 |\n", "no header row", ""),
    ("Text\n|---|---|\n| 1 | 2 |\n", "no header row", ""),
    (
      "| a | b |\n| --- |\n| 1 | 2 |\n", "2 cells, the delimiter row 1",
      "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    ),
    (
      "| a | b\n| c |\n|---|---|---|\n| 1 | 2 | 3 |\n", "the header is wrapped over 2 lines",
      "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"
    ),
  ])
  func aBrokenTable(text: String, message: String, table: String) {
    let found = Catalog(utf8: ContiguousArray(text.utf8)).problems().filter {
      $0.rule == "broken-table"
    }
    #expect(found.count == 1 && found[0].message.contains(message), "\(found.map(\.message))")
    #expect(found.allSatisfy { !$0.range.isEmpty })
    let safe = fixed(text, header: "")
    #expect(fixed(safe, header: "", false) == (table.isEmpty ? text : table))
  }

  @Test(arguments: [
    "[Home](h) | [Docs](d) | [More](m)\n[One](h) | [Two](d) | [Three](m)\n[A](h) | [B](d) | [C](m)",
    "The value |x| is\nsmaller than |y|.", "|x| <= |y|\n|a| <= |b|", "|a| + |b|\n|c| + |d|",
    "cat a | sort | uniq\ncat b | sort | uniq", "- a | b\n- c | d",
    "| A line block\n| of two lines",
    "See this:\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |", "```\n| a | b |\n| 1 | 2 |\n```",
    "    | a | b |", "a | b", "| a | b |", "x || y\nz || w", "Title | Place\n=====",
    "+-----+    +-----+\n|  A  |--->|  B  |\n+-----+    +-----+",
    "Either a | b, or\nelse c | d. It\nmay be e | f.", "<!--\n| a | b |\n| 1 | 2 |\n-->",
    "| a | b |\n\nText\n\n|---|", "---|---", "|  |  |\n|  |  |",
  ])
  func otherTextsAreNoTables(text: String) {
    check("Text before\n\n\(text)\n\nText after\n", header: "")
  }

  @Test func rowsFurtherDown() {
    check(
      """
      | a | b |
      |---|---|
      | 1 | 2 |


      | 3 | 4 |
      ^^^^^^^^^ broken-table: 2 lines are not

      | 5 | 6 |
      """, header: "")
    let text = "| a | b |\n|---|---|\n| 1 | 2 |\n\n\n| 3 | 4 |\n\n| 5 | 6 |\n"
    #expect(fixed(text, header: "") == text)
    #expect(
      fixed(text, header: "", false) == "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n")
  }

  /// Rows that begin another block get an outer pipe, or lose their indentation.
  @Test(arguments: [
    ("No | Name\n---|---\n1. | Uno\n2. | Due\n", "No | Name\n---|---\n| 1. | Uno\n| 2. | Due\n"),
    ("| a | b |\n|---|---|\n- | 1 |\n", "| a | b |\n|---|---|\n| - | 1 |\n"),
    ("| a | b |\n|---|---|\n    | 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"),
  ])
  func rowsThatBeginAnotherBlock(text: String, table: String) {
    #expect(fixed(text, header: "") == text)
    #expect(fixed(text, header: "", false) == table)
  }

  @Test func aPipeAlone() {
    check(
      """
      | a | b |
      |---|---|
      | 1 | 2
      |
      ^ broken-table: closes the row above
      """, header: "")
    #expect(
      fixed("| a | b |\n|---|---|\n| 1 | 2\n |\n\nText\n", header: "", false)
        == "| a | b |\n|---|---|\n| 1 | 2 |\n\nText\n")
    #expect(
      fixed("| a | b |\n|---|---|\n| 1 | 2 |\n|\n\nText\n", header: "", false)
        == "| a | b |\n|---|---|\n| 1 | 2 |\n\nText\n")
  }

  @Test func aSecondTable() {
    let text = """
      | a | b |
      |---|---|
      | 1 | 2 |
      | c | d | e |
      |---|---|---|
      | 3 | 4 | 4 |

      """
    check(
      text.replacing(
        "|---|---|---|\n",
        with: "|---|---|---|\n^^^^^^^^^^^^^ broken-table: insert a blank line\n"),
      header: "")
    #expect(fixed(text, header: "") == text)
    #expect(
      fixed(text, header: "", false) == text.replacing("| c | d", with: "\n| c | d"))
    let doubled = "| a | b |\n|---|---|\n|---|---|\n| 1 | 2 |\n"
    #expect(
      fixed(doubled, header: "", false) == "| a | b |\n|---|---|\n| 1 | 2 |\n")
  }

  @Test func aDelimiterRowBelowATableStays() {
    let text = "| a | b |\n|---|---|\n| 1 | 2 |\n\n|---|---|\n"
    check(text.dropLast() + "\n^^^^^^^^^ broken-table: no header row above", header: "")
    #expect(fixed(text, header: "", false) == text)
  }

  /// One or two hyphens are placeholders.
  @Test func placeholdersAreNoDelimiterRow() {
    check("| a | b |\n|---|---|\n| - | - |\n| -- | -- |\n| 1 | 2 |\n", header: "")
  }

  /// MkDocs renders what is indented under the mark of a tab or an admonition.
  @Test(arguments: [
    "=== \"One\"", "!!! note", "??? tip \"More\"", "???+ tip", "=== One\n\n    Some text.",
  ])
  func tablesInTabsAreRight(mark: String) {
    let table = "    | a | b |\n    |---|---|\n    | 1 | 2 |\n"
    for text in [
      "\(mark)\n\n\(table)", "\(mark)\n\(table)", "\(mark)\n\n\(table)\n    Text.\n\n\(table)",
    ] {
      #expect(Catalog(utf8: ContiguousArray(text.utf8)).problems().isEmpty, "\(text)")
    }
    let other = "\(mark)\n\nText.\n\n\(table)"
    #expect(Catalog(utf8: ContiguousArray(other.utf8)).problems().map(\.rule) == ["broken-table"])
  }
}
