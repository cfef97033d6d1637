import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// Lines without any pipe under a table, which GFM reads as rows.
@Suite struct TextLineTests: RuleSuite {
  @Test func aSentenceIsReportedOnce() {
    check(
      """
      | [A](https://a.org) | Hands | Detection | CT | 2D |
      Source: our survey.
      ^^^^^^^^^^^^^^^^^^^ missing-cell: insert a blank line before it
      More on the next line.
      """)
    check(
      """
      | [A](https://a.org) | Hands | Detection | CT | 2D |
      Feet
      ^^^^ missing-cell: separate its cells by pipes
      | [B](https://b.org) | Feet | Detection | CT | 2D |
      """)
    check(
      """
      {: .wide }
      A note.
      ^^^^^^^ missing-cell: insert a blank line
      {: .small }
      Another.
      """)
  }

  @Test(arguments: [
    "{: .wide }", "{.a #b}", ":::", "::: note", ": Sizes", "Table: Sizes", "table: sizes",
    "{% endfor %}", "{{ more }}", "{{ more | safe }}", "{%- x | y -%}", "{# note #}",
    "{/* note */}",
    "(sizes)=", "%% note %%", "///", "<!-- note -->", "{{< note >}}",
    "{% if x %}{% endif %}", "{% include x", "y=1 %}",
  ])
  func otherToolsSyntaxIsNotReported(line: String) {
    check("| [A](https://a.org) | Hands | Detection | CT | 2D |\n\(line)\n")
    check("\(line)\n| a | b |\n|---|---|\n| 1 | 2 |\n", header: "")
    check("\(line)\n\(line)\n")
  }

  /// Its last row says nothing of the rows that others have.
  @Test func textBelowIsComparedWithNoText() {
    check("| a | b |\n|---|---|\n| 1 | 2 |\n{: .wide }\n\nUse x | y to choose\n", header: "")
  }

  @Test func severityAndFix() throws {
    for (text, fixed) in [
      ("| a | b |\n|---|---|\nText.\n", "| a | b |\n|---|---|\n\nText.\n"),
      (
        "> | a | b |\r\n> |---|---|\r\n> Text.\r\n",
        "> | a | b |\r\n> |---|---|\r\n>\r\n> Text.\r\n"
      ),
      ("- | a | b |\n  |---|---|\n  Text.", "- | a | b |\n  |---|---|\n\n  Text."),
      ("[^1]: | a | b |\n    |---|---|\n    Text.", "[^1]: | a | b |\n    |---|---|\n\n    Text."),
    ] {
      let catalog = Catalog(utf8: ContiguousArray(text.utf8))
      let problem = try #require(catalog.problems().first { $0.rule == "missing-cell" })
      let fix = try #require(problem.fix)
      #expect(problem.severity == .warning)
      #expect(!fix.isSafe)
      #expect(String(decoding: catalog.text.bytes(applying: fix.edits), as: UTF8.self) == fixed)
    }
  }

  @Test func otherTablesMayHaveRowsWithoutPipes() {
    func isReported(_ text: String) -> Bool {
      Catalog(utf8: ContiguousArray(text.utf8)).problems()
        .contains { $0.message.hasPrefix("Renderers read") }
    }
    #expect(!isReported("a | b\n---|---\nc\n"))
    #expect(!isReported("| a |\n|---|\nc\n"))
    #expect(isReported("a | b\n|---|---|\nc\n"))
    #expect(isReported("| a | b\n---|---\nc\n"))
  }

  /// They are no names, no terms, out of no order and no evidence.
  @Test func theyAreRowsForCountsAlone() {
    let table = "| Dataset | Description | Task | Modality | Dim. |\n|---|---|---|---|---|\n"
    let catalog = Catalog(utf8: ContiguousArray((table + "CT\nCT\n{: .x}\nA\n").utf8))
    #expect(catalog.tables[0].rowCount == 4)
    #expect(
      catalog.tables[0].bodyLines.allSatisfy {
        catalog.name(ofLine: $0, in: catalog.tables[0]) == []
      })
    #expect(catalog.names.rowCounts == [])
    #expect(catalog.problems().map(\.rule).filter { $0 == "missing-cell" }.count == 1)
  }

  /// No row moves past a line of a loop.
  @Test func sortingStaysWithinLoops() {
    let table = "| Dataset | Description | Task | Modality | Dim. |\n|---|---|---|---|---|\n"
    func row(_ name: String) -> String {
      "| [\(name)](https://\(name).org) | x | Text | CT | 2D |\n"
    }
    let rows = ["a", "b", "d", "c", "e", "f", "g", "h"].map(row).joined()
    let loop = "{% for x in y %}\n" + row("b") + row("a") + "{% endfor %}\n"
    let catalog = Catalog(utf8: ContiguousArray((table + rows + loop).utf8))
    let edit = catalog.sorting(of: catalog.tables[0])?.edit
    let sorted = ["a", "b", "c", "d", "e", "f", "g", "h"].map(row).joined()
    #expect(
      String(decoding: catalog.text.bytes(applying: edit.map { [$0] } ?? []), as: UTF8.self)
        == table + sorted + "{% for x in y %}\n" + row("a") + row("b") + "{% endfor %}\n")
  }
}
