import Testing

@testable import CatalogData

/// The visible text of a cell.
@Suite struct InlineTextTests {
  /// Links as `text→destination`, a break as `⏎`.
  private func check(
    _ cell: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let bytes = ContiguousArray(cell.utf8)
    let pieces = InlineText(bytes.span, 0..<bytes.count).pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .link(let text, let destination): "{\(text)→\(destination)}"
      case .lineBreak: "⏎"
      }
    }
    #expect(pieces.joined() == expected, sourceLocation: sourceLocation)
  }

  @Test func linksHaveTheirDestinations() {
    check("a [**b** `c`](d?x=1&amp;y=2) e", "a {b c→d?x=1&y=2} e")
    check("[![icon](i.png)](https://a.org/\\_b)", "{icon→https://a.org/_b}")
    check("![icon](i.png) and [x](<a b>)", "icon and {x→a b}")
    check("[no](link here), [ref][x]", "[no](link here), [ref][x]")
  }

  @Test func bareURLsAreLinks() {
    check(
      "see https://a.org/x_y_z, www.b.org.",
      "see {https://a.org/x_y_z→https://a.org/x_y_z}, "
        + "{www.b.org→http://www.b.org}.")
    check("<https://a.org> me@a.org", "{https://a.org→https://a.org} {me@a.org→mailto:me@a.org}")
    check("`https://a.org` <javascript:x>", "https://a.org <javascript:x>")
  }

  @Test func textIsShownWithoutItsMarkup() {
    check("_a_ **b** ~~c~~ 1\\*2 `x\\|y` ``a ` b``", "_a_ b c 1*2 x|y a ` b")
    check("a<br>b<BR/>c <!-- mdcatalog-ignore x -->", "a⏎b⏎c ")
    check("<b>x</b> <!-- open", "<b>x</b> <!-- open")
  }
}
