import CatalogSchema
import LineStore
import TableSyntax
import TestSupport
import Testing

@testable import CatalogModel

/// Names of rows and their links.
@Suite struct RowNameTests: RuleSuite {
  @Test(arguments: [
    ("[A b](https://a.org)", "A b"), ("**[A](https://a.org)** x", "A"), ("A", "A"),
    ("[A](https://a.org/x y)", "A"), ("[A] (https://a.org)", "A"), ("[A][1]", "A"), ("[A]", "A"),
    ("<https://a.org>", "https://a.org"), ("`A`", "A"), ("see [A]", "see [A]"),
  ])
  func namesAreTheTextOfTheirLink(value: String, name: String) {
    let bytes = ContiguousArray(value.utf8)
    let text = RowName(bytes.span, value: 0..<bytes.count).text
    #expect(PlainText.string(bytes.span, text) == name)
  }

  @Test func notALink() {
    check(
      """
      | ![A](https://a.org/i.png) | Hand | Text | CT | 3D |
        ^^^^^^^^^^^^^^^^^^^^^^^^^ missing-link
      | `[B](https://b.org)` | Hand | Text | CT | 3D |
        ^^^^^^^^^^^^^^^^^^^^ missing-link
      | [C][1] | Hand | Text | CT | 3D |
        ^^^^^^ missing-link: “1” is not defined
      | [D][] | Hand | Text | CT | 3D |
        ^^^^^ missing-link: “D” is not defined
      """)
  }

  @Test func aLink() {
    check(
      """
      | www.a.org/a | Hand | Text | CT | 3D |
      | <https://b.org> | Hand | Text | CT | 3D |
      | https://c.org | Hand | Text | CT | 3D |
      | <a href="https://d.org">D</a> | Hand | Text | CT | 3D |
      | [E][one] | Hand | Text | CT | 3D |
      | [F f] | Hand | Text | CT | 3D |

      [One]: https://e.org
      [f F]: https://f.org
      """)
  }

  @Test func definitionsComeAndGo() {
    var catalog = Catalog(
      utf8: ContiguousArray(
        (MarkedRows.header + "| [A][1] | Hand | Text | CT | 3D |\n\n[1]: https://a.org\n").utf8),
      configuration: .closed)
    func links() -> Int { catalog.problems(limit: 100).entries.count }
    let before = links()
    let place = TextPosition(line: 4, byteColumn: 1)
    catalog.apply(TextEdit(start: place, end: place, replacement: [0x32]))
    #expect(links() == before + 1)
  }

  @Test func spellingsOfAURLAreEqual() {
    check(
      """
      | <https://a.org/x> | Hand | Text | CT | 3D |
      | [B](http://A.org/x/) | Hand | Text | CT | 3D |
            ^^^^^^^^^^^^^^^ duplicate-link: line 3
      | www.c.org | Hand | Text | CT | 3D |
      | [D](http://www.c.org) | Hand | Text | CT | 3D |
            ^^^^^^^^^^^^^^^^ duplicate-link
      """)
  }

  @Test func namesOfShiftedRows() {
    let header = "| Modality | Dataset | Paper | Task |\n|---|---|---|---|\n"
    check(
      """
      | CT | [Aaa](https://a.org) | p | Segmentation |
      | [Aaa](https://a.org) | zzz | Segmentation |
      ^ missing-cell: “Modality”
         ^^^ duplicate-name
      | CT | [Ccc](https://c.org) | p | Segmentation |
      """, header: header)
  }

  private static let sortedHeader = "| N | V |\n|---|---|\n"

  /// A schema that asks for order.
  private var sorted: Configuration {
    configuration(
      """
      { "schema": { "fields": [
        { "name": "N", "mdcatalog:key": true, "mdcatalog:sorted": true }, { "name": "V" }] } }
      """)
  }

  @Test func namesOfOtherScriptsAndEmptyNames() {
    func problems(_ names: [String], _ rule: RuleCode) -> [Int] {
      let rows = names.enumerated().map { "| [\($1)](https://x.org/\($0)) | T |\n" }
      let text = Self.sortedHeader + rows.joined()
      return Catalog(utf8: ContiguousArray(text.utf8), configuration: sorted).problems()
        .filter { $0.rule == rule }
        .map { $0.range.lowerBound.line - 2 }
    }
    #expect(problems(["Ä", "ä"], "duplicate-name") == [1])
    #expect(problems(["É-a", "é a"], "duplicate-name") == [1])
    #expect(problems(["äa", "Ärzte", "b"], "unsorted-row").isEmpty == false)
    #expect(problems(["a", "äa", "Ärzte"], "unsorted-row").isEmpty)
    #expect(problems(["a", "b\u{200B}a", "bb", "c"], "unsorted-row").isEmpty)
  }

  @Test func linesDirectlyBelowATableHaveNoName() {
    check(
      """
      | [Aaa](https://a.org) | Hand | Text | CT | 3D |
      | [Zzz](https://z.org) | Hand | Text | CT | 3D |
      Some text below.
      ^^^^^^^^^^^^^^^^ missing-cell: blank line
      More text
      """)
    let rows = "| [Aaa](https://a.org) | T | Text | CT | 3D |\nSome text.\nA text.\n"
    #expect(fixed(rows, false) == rows.replacing("\nSome", with: "\n\nSome"))
  }

  @Test func equalNamesAreMovedTogether() {
    let rows = ["L", "M", "A", "A", "N"].enumerated().map { "| [\($1)](https://x.org) | \($0) |" }
    let moved = fixed(
      rows.joined(separator: "\n") + "\n", header: Self.sortedHeader, false, with: sorted)
    #expect(moved == rows.sorted().joined(separator: "\n") + "\n")
  }

  @Test func theLastLineWithoutAnEndMoves() {
    let rows = ["B", "C", "D", "A"].map { "| [\($0)](https://x.org/\($0)) | T |" }
    let moved = fixed(
      rows.joined(separator: "\r\n"), header: Self.sortedHeader, false, with: sorted)
    #expect(moved == rows.sorted().joined(separator: "\r\n"))
  }

  @Test func aFixedLinkKeepsTheWrittenURL() {
    let other = "| [Zeta](<https://e.org/z 1>) | x | Text | CT | 3D |"
    func row(_ link: String) -> String {
      "| [Alpha](https://e.org/a) | see [Zeta](\(link)) | Text | CT | 3D |"
    }
    #expect(
      fixed(row("https://q.org") + "\n" + other, false)
        == row("<https://e.org/z 1>") + "\n" + other)
    #expect(
      fixed(row("<https://q.org> \"t\"") + "\n" + other, false)
        == row("<https://e.org/z 1> \"t\"") + "\n" + other)
    // An invalid URL is not copied.
    let bad = row("https://q.org") + "\n| [Zeta](z.org) | x | Text | CT | 3D |"
    #expect(fixed(bad, false) == bad)
  }

  /// Markup that renders as a character is part of a name, and references are characters.
  @Test func namesAreEqualAsTheyRender() {
    func areEqual(_ one: String, _ other: String) -> Bool {
      let rows = [one, other].map { "| [\($0)](https://a.org) | x | Text | CT | 3D |\n" }.joined()
      let text = ContiguousArray((MarkedRows.header + rows).utf8)
      return Catalog(utf8: text, configuration: .closed).problems()
        .contains { $0.rule == "duplicate-name" }
    }
    for (one, other) in [
      ("A", "*A*"), ("A", "**A**"), ("A b", "A `b`"), ("A & b", "A &amp; b"), ("A b", "~~A~~ b"),
      ("A*", "A\\*"), ("A*b", "a\\*B"), ("x-y", "x_Y"), ("A <", "A &lt;"),
    ] { #expect(areEqual(one, other), "\(one) and \(other)") }
    for (one, other) in [
      ("A", "A*"), ("A", "A**"), ("A", "A`"), ("A", "A~"), ("A * b", "A b"), ("A*", "*A*"),
    ] { #expect(!areEqual(one, other), "\(one) and \(other)") }
  }
}
