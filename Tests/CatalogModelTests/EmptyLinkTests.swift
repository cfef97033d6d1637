import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// Links without a destination or a text.
@Suite struct EmptyLinkTests: RuleSuite {
  @Test func linksThatLeadNowhereOrCannotBeSeen() {
    check(
      """
      | [A](https://a.org) | see the [paper]() | Text | CT | 3D |
                                     ^^^^^^^^^ empty-link: “[paper]()” has no destination
      | [B](https://b.org) | see [](https://b.org) | Text | CT | 3D |
                                 ^^^^^^^^^^^^^^^^^ empty-link: has no text
      | [C](https://c.org) | []() and [ ](<>) | Text | CT | 3D |
                             ^^^^ empty-link
                                      ^^^^^^^ empty-link
      """)
  }

  @Test func otherLinks() {
    check(
      """
      | [A](https://a.org) | ![](https://a.org/i.png) | Text | CT | 3D |
      | [B](https://b.org) | [![](https://b.org/i.png)](https://b.org) | Text | CT | 3D |
      | [C](https://c.org) | `[c]()` | Text | CT | 3D |
      | [D]() | x | Text | CT | 3D |
           ^^ invalid-link: The link has no destination
      """)
  }

  private static let header = "| a | b |\n|---|---|\n"

  @Test func aTextThatOtherRowsHaveAsALink() {
    check(
      Self.header + """
        | 1 | [code] |
              ^^^^^^ empty-link: nothing defines it
        | 2 | [code](https://b.org) |
        | 3 | [code](https://c.org), [paper](https://c.org/p) |
        | 4 | [paper] and [demo] |
              ^^^^^^^ empty-link: nothing defines it
        | [code] | x |

        [demo]: https://d.org
        """, header: "")
  }

  @Test func definedTexts() {
    check(
      Self.header + """
        | 1 | [code] |
        | 2 | [code](https://b.org) |

        [Code]: https://c.org
        """, header: "")
    // A line in a paragraph defines nothing.
    check(
      Self.header + """
        | 1 | [code] |
              ^^^^^^ empty-link
        | 2 | [code](https://b.org) |

        text
        [Code]: https://c.org
        """, header: "")
  }

  @Test(arguments: ["[x]", "[^1]", "[@code]", "\\[code\\]", "[[code]]", "[code][1]", "`[code]`"])
  func otherBrackets(cell: String) {
    check(Self.header + "| 1 | \(cell) |\n| 2 | [code](https://b.org) [x](c) |\n", header: "")
  }

  /// An edit of a definition or of another row is seen.
  @Test func edits() {
    let rows = Self.header + "| 1 | [code] |\n| 2 | [code](u) |\n\n[code]:\nhttps://u.org\n"
    var catalog = Catalog(utf8: ContiguousArray(rows.utf8))
    func insert(_ text: String, atLine line: Int, _ column: Int) {
      let place = TextPosition(line: line, byteColumn: column)
      catalog.apply(TextEdit(start: place, end: place, replacement: Array(text.utf8)))
    }
    func count() -> Int { catalog.problems().count { $0.rule == "empty-link" } }
    #expect(count() == 0)
    insert(" and text", atLine: 6, 13)
    #expect(count() == 1)
    insert("s", atLine: 3, 10)
    #expect(count() == 0)
  }
}
