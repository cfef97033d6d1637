import CatalogSchema
import Testing

@testable import CatalogModel

/// Markup that renders as characters or hides text.
@Suite struct BrokenMarkupTests: RuleSuite {
  private static let header = "| a | b |\n|---|---|\n"

  private func problems(_ cell: String) -> [Problem] {
    Catalog(utf8: ContiguousArray((Self.header + "| 1 | \(cell) |\n").utf8)).problems()
      .filter { $0.rule == "broken-markup" }
  }

  /// A cell, what is said of it, and the cell after unsafe fixes; nothing where there is no fix.
  @Test(arguments: [
    ("**Uno and two", "opens text that nothing closes", ""),
    ("1. **Uno: two", "opens text that nothing closes", ""),
    ("**Uno**: the one** - two", "closes nothing", ""),
    ("**Uno ** two", "remove the space before", "**Uno** two"),
    ("** Uno** two", "remove the space after", "**Uno** two"),
    ("*Uno** two", "at one end", "**Uno** two"),
    ("**Uno* two", "at one end", "**Uno** two"),
    ("**名（注）**文", "needs a space outside", ""),
    ("~~Old text", "opens text that nothing closes", ""),
    ("_[Uno](https://u.org)", "insert one after the link", "_[Uno](https://u.org)_"),
    ("[Uno](https://u.org)_", "remove it", "[Uno](https://u.org)"),
    ("`uno", "insert “`” after the code", "`uno`"),
    ("`uno'", "use “`” instead of “'”", "`uno`"),
    ("see `uno --due", "opens code that nothing closes", ""),
    ("uno`, due", "closes no code", ""),
    ("``uno`", "same number of backticks", ""),
    ("[**Uno** and two", "Nothing closes this “[”", ""),
    ("Uno and two] (three)", "Nothing opens this “]”", ""),
    ("[[Uno](https://u.org)", "Nothing closes this “[”", ""),
    ("[Uno](https://u.org)), two", "Nothing opens this “)”", "[Uno](https://u.org), two"),
    ("([Uno](https://u.org), two", "Nothing closes this “(”", ""),
    ("https://u.org) two", "Nothing opens this “)”", "https://u.org two"),
    ("see (https://u.org two", "Nothing closes this “(”", ""),
    ("Uno <be> two", "did you mean “<br>”?", "Uno <br> two"),
    ("Uno </br /> two", "did you mean “<br>”?", "Uno <br> two"),
    ("Uno < br> two", "did you mean “<br>”?", "Uno <br> two"),
    ("Uno <br\\> two", "did you mean “<br>”?", "Uno <br> two"),
    ("Uno<br>one br> two", "lacks its “<”", "Uno<br>one <br> two"),
    ("Uno <br", "lacks its “>”", "Uno <br>"),
    ("Uno <sup>2</sup", "lacks its “>”", "Uno <sup>2</sup>"),
    ("<b>Uno two", "is not closed", ""),
    ("Uno </font> two", "closes no tag", "Uno  two"),
    ("<number of things>", "many renderers hide it", ""),
    ("List<String>", "many renderers hide it", ""),
    ("a&8209;b", "did you mean “&#8209;”?", "a&#8209;b"),
    ("a &#8209 b", "did you mean “&#8209;”?", "a &#8209; b"),
    ("a nbsp; b", "did you mean “&nbsp;”?", "a &nbsp; b"),
    ("a &nbsp b", "did you mean “&nbsp;”?", "a &nbsp; b"),
    ("a &nbps; b", "did you mean “&nbsp;”?", "a &nbsp; b"),
    ("M\u{FFFD}\u{FFFD}nchen", "text that was lost", ""),
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
    // Marks of footnotes, powers, patterns, arguments and pointers.
    "Uno** two", "0.93**", "[Uno](https://u.org)**", "2 ** 3", "src/**/*.md", "**kwargs",
    "*args, **kwargs", "char **argv, int n", "** with more data", "**Uno***", "x*y*z", "***",
    // Emphasis.
    "**a** and *b*, ~~c~~, ~d~, ***e***", "**[Uno](https://u.org)**", "_[Uno](https://u.org)_",
    "[_Uno_](https://u.org/a_b)", "snake_case", "__init__", "~10 to ~20", "\\*\\*Uno",
    // Apostrophes, quotes and keys.
    "don`t", "``text''", "`word' and more words", "Ctrl+`", "`", "5`", "`` a`b ``",
    // Enumerators, smileys, intervals, matrices, checkboxes, citations.
    "1) one 2) two", "a) [Uno](https://u.org)", "[Uno](https://u.org) :)", "(0, 1]", "[0, 1)",
    "]0, 1[", "[x]", "[ ]", "[@key]", "[^1]", "[[wiki]]", "[a][b]", ":octocat: @who", "a[0]",
    "Ctrl+[", "\\[uno\\]", "\\[[Uno](https://u.org)]", "(see [Uno](https://u.org))",
    "（[Uno](https://u.org))", "[Uno](https://u.org/a_(b))", "https://u.org/a_(b)", "Ctrl+(",
    "![u](https://img.shields.io/badge/a-b_c-red)", ":-) and [:", "(a",
    // HTML and character references.
    "a<br>b<br/>c</br>d", "<sub>a</sub>", "<a name=\"x\"></a>", "<a id=\"x\">", "a < b > c",
    "x <b y", "<https://u.org>", "<me@u.org>", "<Badge text=\"x\" />", "<Tip>a</Tip>",
    "<!-- <b> -->", "`<name>`", "<p>a", "<li>a<li>b", "<img src=\"a.png\" width=10>", "->", "=>",
    "R&D", "a &amp; b", "&nbsp;", "&#8209;", "&copy;", "https://u.org/?a=1&lt=2", "AT&T;",
    // What other tools read.
    "$[0, 1$ and $a**b$", "{{ site.x[0 }}", "{% if a < b %}", "{/* **note */}",
  ])
  func noMistake(cell: String) {
    #expect(problems(cell).isEmpty, "\(problems(cell).map(\.message))")
  }

  @Test func headerCells() {
    check(
      """
      | a | **Uno two |
            ^^ broken-markup: opens text
      |---|---|
      | 1 | 2 |
      """, header: "")
  }

  /// A mark and its partner in the next cell, and what other rules report.
  @Test(arguments: [
    "| ([Uno](https://u.org) | two) |", "| [uno | two] |", "| [a [b](https://b.org) c](d) | x |",
    "| [Uno(https://u.org) | x |", "| **Only a note without an end | |",
  ])
  func partnersElsewhere(row: String) {
    let text = Self.header + row + "\n"
    let found = Catalog(utf8: ContiguousArray(text.utf8)).problems()
    #expect(found.allSatisfy { $0.rule != "broken-markup" }, "\(found.map(\.message))")
  }

  @Test func aPipeInALink() {
    let text = Self.header + "| 1 | [uno|due](https://u.org) |\n"
    check(
      text.replacing(
        ") |\n", with: ") |\n      ^^^^^^^^^^^^^^^^^^^^^^^^ extra-cell: write “\\|”\n"),
      header: "")
    #expect(fixed(text, header: "", false) == text.replacing("uno|due", with: "uno\\|due"))
  }

  /// Long cells of marks cost what their length costs.
  @Test(arguments: [
    "**a ", "`a ``b ", "[a ", "a] ", "(https://u.org/ ", "[a](b)_ ", "<b>", "</i>", "<x>", "& ",
    "&#1 ", "nbsp; ", "{{ a ", "$a ", "** b", "~~c ", "<br ", "br> ", "([a](b) ", "\\[a](b",
  ])
  func longCells(part: String) {
    let cell = String(repeating: part, count: 4_000)
    #expect(problems(cell).count <= 100)
  }
}
