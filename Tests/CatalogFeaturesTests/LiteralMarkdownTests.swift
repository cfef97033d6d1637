import Testing

@testable import CatalogFeatures

/// Texts of cells as Markdown; `Tests/Wire/test_cards.py` renders them.
@Suite struct LiteralMarkdownTests {
  private typealias Place = LiteralMarkdown.Place

  private func check(
    _ text: String, _ place: LiteralMarkdown.Place, _ expected: String,
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(LiteralMarkdown.escaped(text, in: place) == expected, sourceLocation: location)
  }

  @Test(arguments: [
    "Labels / Task(s): a, b; c! (d) [e] {f} g=h, 5 > 4 < 6, a|b", "data_set and __init", "2 * 3",
    "~5 to ~6", "C# and #1", "+1, -2", "1.5 and 2)", "A*", "a & b, AT&T, c", "`", "x.www", "a//b",
    "see [1] and [2]", "foo://bar", "-x", "=== ---",
  ])
  func harmlessTextIsUnchanged(text: String) {
    for place in [LiteralMarkdown.Place.paragraph, .heading, .linkText, .inline] {
      check(text, place, text)
    }
  }

  @Test(arguments: [
    ("*a* b*", #"*a\* b\*"#), ("**a**", #"**a\*\*"#), ("_a_ b", #"_a\_ b"#), ("~~a~~", #"~~a\~\~"#),
    ("`a`", #"\`a\`"#), ("[a](b) ](c)", #"[a\](b) \](c)"#), ("<b>a</b>", #"\<b>a\</b>"#),
    ("<https://a.org>", #"\<https:\//a.org>"#), ("&amp; &#38;", #"\&amp; \&#38;"#),
    (#"a\*b \d"#, #"a\\*b \d"#), (#"C:\"#, #"C:\\"#), ("www.a.org", #"www\.a.org"#),
    ("see www. a", #"see www\. a"#), ("(WWW.a.org)", #"(WWW\.a.org)"#),
    ("see HTTPS://a.org", #"see HTTPS:\//a.org"#),
  ])
  func spansAreEscapedEverywhere(text: String, expected: String) {
    for place in [LiteralMarkdown.Place.paragraph, .heading, .inline] {
      check(text, place, expected)
    }
  }

  @Test(arguments: [
    ("# a", "\\# a"), ("> a", #"\> a"#), ("- a", #"\- a"#), ("* a", #"\* a"#), ("+ a", #"\+ a"#),
    ("1. a", #"1\. a"#), ("2) a", #"2\) a"#), ("---", #"\---"#), ("* * *", #"\* * *"#),
    ("___", #"\___"#), ("~~~ a", #"\~~~ a"#), ("```a", #"\`\`\`a"#), ("[a]: b", #"\[a]: b"#),
    ("[^1]: b", #"\[^1]: b"#), ("-", #"\-"#),
  ])
  func blocksAreEscapedWhereAParagraphBegins(text: String, expected: String) {
    check(text, .paragraph, expected)
    check("x " + text, .inline, "x " + text)
  }

  @Test func theEndOfAHeadingIsEscaped() {
    check("a ##", .heading, "a \\##")
    check("#", .heading, "\\#")
    check("a##", .heading, "a##")
  }

  @Test func bracketsInALinkAreEscapedIfTheyWouldEndIt() {
    check("a [b] c", .linkText, "a [b] c")
    check("a ] b", .linkText, #"a \] b"#)
    check("[a](b)", .linkText, #"\[a\](b)"#)
  }

  @Test func asterisksInStrongTextAreEscaped() {
    check("a*b", .strong, #"a\*b"#)
    check("Task(s)", .strong, "Task(s)")
  }

  @Test func whiteSpaceAndControlCharactersAreSpaces() {
    check("\u{A0} a\tb\u{1}c \n", .paragraph, "a b c")
  }
}
