import CatalogSchema
import Testing

@testable import CatalogModel

/// Comments that silence rules.
@Suite struct CommentTests: RuleSuite {
  @Test func commentsInTheMiddleOfACell() {
    check(
      """
      | [A](https://a.org) | x <!-- mdcatalog-ignore nonstandard-value --> y | Text | ct | 3D |
      | [B](https://b.org) | x <!-- mdcatalog-ignore empty-cell --> y | Text | CT | 3D |
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: no “empty-cell”
      | [C](https://c.org) | `<!-- mdcatalog-ignore -->` | Text | ct | 3D |
                                                                  ^^ nonstandard-value
      """)
  }

  @Test func idleCommentsAreRemoved() {
    #expect(
      fixed("| [A](https://a.org) | Hand | Text | CT | 3D <!-- mdcatalog-ignore --> |")
        == "| [A](https://a.org) | Hand | Text | CT | 3D |")
    check(
      """
      | [A](https://a.org) | <!-- mdcatalog-ignore no-such --> x | Text | CT | 3D |
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: no rule “no-such”
      | [B](https://b.org) | Hand | Text | CT | 3D <!-- mdcatalog-ignore unused-ignore --> |
      """)
  }

  @Test func aCommentInTheHeaderCoversTheTable() {
    func rules(_ comment: String) -> [RuleCode] {
      let text = "|a <!-- mdcatalog-ignore \(comment) -->|b|\n|-|-|\n| 1|2|\n"
      return Catalog(utf8: ContiguousArray(text.utf8)).problems().map(\.rule)
    }
    #expect(rules("unformatted-table").isEmpty)
    #expect(rules("empty-cell") == ["unformatted-table", "unused-ignore"])
  }

  @Test func marksAroundTables() {
    let table = "| Dataset | Task |\n|---|---|\n| A | foo |\n"
    check("<!-- mdcatalog-ignore-start -->\n\n" + table, header: "")
    check("> <!-- mdcatalog-ignore-start -->\n>\n> | a | b |\n> |---|---|---|\n", header: "")
    check(
      """
      <!-- mdcatalog-ignore-start -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: no table

      Text

      <!-- mdcatalog-ignore-end -->

      <!-- mdcatalog-ignore-end -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: no start
      """, header: "")
  }

  @Test(arguments: [
    "```md\n<!-- mdcatalog-ignore-start -->\n```", "<!--\n<!-- mdcatalog-ignore-start -->\n",
    "    <!-- mdcatalog-ignore-start -->",
  ])
  func marksInCodeHaveNoEffect(text: String) {
    check(
      """
      \(text)

      | a | b |
      |---|---|
      | 1 | 2 | 3 |
                ^ extra-cell
      """, header: "")
  }
}
