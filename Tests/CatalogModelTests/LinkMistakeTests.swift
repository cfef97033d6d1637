import CatalogSchema
import Testing

@testable import CatalogModel

/// Link syntax that does not render as the writer meant.
@Suite struct LinkMistakeTests: RuleSuite {
  private static let header = "| a | b |\n|---|---|\n"

  private func problems(_ cell: String) -> [Problem] {
    Catalog(utf8: ContiguousArray((Self.header + "| 1 | \(cell) |\n").utf8)).problems()
      .filter { $0.rule == "invalid-link" }
  }

  /// A cell, what is said of it, and the cell after unsafe fixes; nothing where there is no fix.
  @Test(arguments: [
    ("[Uno](write to us for it)", "must hold a URL, not text", ""),
    ("[Uno](https://u.org/ https://v.org/)", "two URLs", ""),
    ("[Uno](https://u.org/(https://v.org/))", "two URLs", ""),
    ("[Uno](https://u.org/a password: 1)", "text after the URL", ""),
    ("[Uno]([https://u.org](https://u.org))", "not another link", "[Uno](https://u.org)"),
    ("[Uno]([ https://u.org](https://u.org))", "not another link", "[Uno](https://u.org)"),
    ("[Uno]([https://u.org](https://v.org))", "not another link", ""),
    ("[Uno]([https://u.org)", "not another link", "[Uno](https://u.org)"),
    ("[a [b](https://b.org) c](https://c.org)", "must not contain another link", ""),
    ("[Uno](`https://u.org`)", "must not be code", "[Uno](https://u.org)"),
    ("[Uno](docs/my file.md)", "remove them or write “%20”", "[Uno](docs/my%20file.md)"),
    ("see [Uno] (https://u.org) too", "remove the space", "see [Uno](https://u.org) too"),
    ("[Uno] (/docs/uno.md)", "remove the space", "[Uno](/docs/uno.md)"),
    ("[Uno].(https://u.org)", "remove the full stop", "[Uno](https://u.org)"),
    ("(Uno)[https://u.org]", "are swapped", "[Uno](https://u.org)"),
    ("[Uno][https://u.org]", "not in brackets", "[Uno](https://u.org)"),
    ("[Uno][https://u.org)", "not in brackets", "[Uno](https://u.org)"),
    ("[Uno][(https://u.org)]", "not in brackets", "[Uno](https://u.org)"),
    ("[Uno]https://u.org)", "must be in parentheses", "[Uno](https://u.org)"),
    ("[Uno]https://u.org", "must be in parentheses", "[Uno](https://u.org)"),
    ("Uno e due(https://u.org)", "must be in brackets", "[Uno e due](https://u.org)"),
    ("x, Uno(https://u.org), y", "must be in brackets", "x, [Uno](https://u.org), y"),
    ("[Uno(https://u.org)", "must end with “]”", "[Uno](https://u.org)"),
    ("[Uno}(https://u.org)", "must end with “]”", "[Uno](https://u.org)"),
    ("[Uno(https://u.org/1)]", "write the URL after “]”", "[Uno](https://u.org/1)"),
    ("Uno](https://u.org)", "no opening “[”", "[Uno](https://u.org)"),
    ("{Uno](https://u.org)", "no opening “[”", "[Uno](https://u.org)"),
    ("[Uno](https://u.org", "there is no “)”", "[Uno](https://u.org)"),
    ("[Uno](https://u.org]", "there is no “)”", "[Uno](https://u.org)"),
    ("[Uno](https://u.org/a_(b)", "must be paired", "[Uno](https://u.org/a_(b))"),
    ("[Uno]((https://u.org))", "two pairs of parentheses", "[Uno](https://u.org)"),
    ("[Uno]((https://u.org)", "it has two “(”", "[Uno](https://u.org)"),
    (
      "[Uno](https://u.org, [Due](https://d.org)", "there is no “)”",
      "[Uno](https://u.org), [Due](https://d.org)"
    ),
    ("[Uno]([Due](https://u.org))", "not another link", "[Uno](https://u.org)"),
    ("[Uno]([Due](https://u.org)", "not another link", "[Uno](https://u.org)"),
    ("[Uno]](https://u.org)", "two closing brackets", "[Uno](https://u.org)"),
    (
      "![Uno](https://u.org/u.svg)](https://u.org)", "no opening “[”",
      "[![Uno](https://u.org/u.svg)](https://u.org)"
    ),
    ("[Uno](https://u. org/a)", "must not contain spaces", "[Uno](https://u.org/a)"),
    ("[Uno](https://u.org/a  #b)", "must not contain spaces", "[Uno](https://u.org/a#b)"),
    ("[Uno](https://u.org/a b.pdf)", "must not contain spaces", "[Uno](https://u.org/a%20b.pdf)"),
    ("[Uno](arXiv:2401.00001)", "is no URL", "[Uno](https://arxiv.org/abs/2401.00001)"),
    ("[Uno](http://whttp/u.org)", "misspelt scheme", "[Uno](http://u.org)"),
    (
      "[Uno](u.v.org/x)", "has no scheme: did you mean “https://u.v.org/x”?",
      "[Uno](https://u.v.org/x)"
    ),
    ("[Uno](www.u.org)", "has no scheme", "[Uno](https://www.u.org)"),
    ("[Uno](htps://u.org)", "misspelt scheme", "[Uno](https://u.org)"),
    ("[Uno](http//u.org)", "misspelt scheme", "[Uno](http://u.org)"),
    ("[Uno](https:/u.org)", "misspelt scheme", "[Uno](https://u.org)"),
    ("[Uno](https://https://u.org)", "misspelt scheme", "[Uno](https://u.org)"),
    ("htttps://u.org", "misspelt scheme", "https://u.org"),
  ])
  func aMistake(cell: String, message: String, right: String) {
    let found = problems(cell)
    #expect(found.count == 1 && found[0].message.contains(message), "\(found.map(\.message))")
    #expect(found.allSatisfy { !$0.range.isEmpty && $0.fix?.isSafe != true })
    let text = Self.header + "| 1 | \(cell) |\n"
    let wanted = right.isEmpty ? text : Self.header + "| 1 | \(right) |\n"
    #expect(fixed(text, header: "", false) == wanted)
    #expect(fixed(text, header: "") == text)
  }

  @Test(arguments: [
    "[Uno](uno.md)", "[Uno](./docs/uno.md)", "[Uno](#uno)", "[Uno](/uno)", "[Uno](docs/)",
    "[Uno](mailto:a@b.org)", "[Uno](data.zip)", "[Uno](notes.v2/uno.txt)", "[1] [2] (3)",
    "[Uno] (see there)", "[x] (https://u.org)", "text (https://u.org)", "f(x) and g(y)",
    "`[Uno] (https://u.org)`", "[Uno](https://web.u.org/2020/https://v.org)",
    "<https://u.org>", "https://u.org and http://v.org", "[Uno](http://httpbin.org)",
    "[Uno](https://u.org \"Title\")", "[Uno](https://u.org/a_(b))", "[a][b]", "ratio 1:2",
    "\\[Uno](https://u.org)", "[Uno]({% link u.md %})", "[Uno]({{ site.url }}/u)",
    "(see [Uno](https://u.org))", "\\[Uno\\] (https://u.org)", "file:///tmp/x", "git://u.org/x",
  ])
  func noMistake(cell: String) {
    #expect(problems(cell).isEmpty, "\(problems(cell).map(\.message))")
  }

  @Test func aLabelAsDestination() {
    let text = Self.header + "| 1 | [Uno](uno) |\n\n[uno]: https://u.org\n"
    check(
      text.replacing(
        " |\n\n", with: " |\n      ^^^^^^^^^^ invalid-link: label of a definition\n\n"),
      header: "")
    #expect(fixed(text, header: "", false) == text.replacing("(uno)", with: "[uno]"))
  }

  @Test func headerCells() {
    check(
      """
      | a | [b] (https://b.org) |
            ^^^^^^^^^^^^^^^^^^^ invalid-link: remove the space
      |---|---|
      | 1 | 2 |
      """, header: "")
  }

  /// Pipes in code, formulas and wikilinks split cells unless they are escaped.
  @Test(arguments: [
    ("`a|b`", "`a\\|b`"), ("[[a|b]]", "[[a\\|b]]"), ("$a|b$", "$a\\|b$"),
    ("``a|b`|c``", "``a\\|b`\\|c``"),
  ])
  func aPipeInCode(cell: String, right: String) {
    let text = Self.header + "| 1 | x \(cell) y |\n"
    let found = Catalog(utf8: ContiguousArray(text.utf8)).problems()
    let others = found.filter { $0.rule != "unformatted-table" }
    #expect(others.map(\.rule) == ["extra-cell"])
    #expect(others.allSatisfy { $0.message.contains("write “\\|”") })
    #expect(fixed(text, header: "") == text)
    #expect(fixed(text, header: "", false) == Self.header + "| 1 | x \(right) y |\n")
  }

  @Test func aPipeInARowWithItsCells() {
    check(Self.header + "| `a | b` |\n| $1 | $2 |\n", header: "")
  }
}
