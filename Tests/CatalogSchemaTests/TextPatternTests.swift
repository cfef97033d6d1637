import Testing

@testable import CatalogSchema

/// Patterns match whole values in linear time, or are refused with a reason.
@Suite struct TextPatternTests {
  @Test(arguments: [
    ("[A-Z]{2}-\\d+", ["AB-1", "ZZ-0042"], ["A-1", "AB-", "xAB-1", "AB-1x"]),
    ("^(yes|no)$", ["yes", "no"], ["yesno", "", "Yes"]),
    ("a?b*c+", ["c", "abbcc", "ac"], ["ab", "ba"]),
    ("(ab){2,3}", ["abab", "ababab"], ["ab", "abababab"]),
    ("x{2,}", ["xx", "xxxxx"], ["x"]), ("", [""], ["x"]), ("a|", ["a", ""], ["b"]),
    ("\\p{Lu}\\p{L}*", ["Éa", "Ж"], ["éa", "1"]), ("[^,;]+", ["a b"], ["a,b"]),
    ("\\w+\\.md", ["a_1.md"], ["a-1.md", "axmd"]), ("[\\d.-]+", ["1.2-3"], ["a"]),
    (".", ["é", "👩"], ["", "ab"]), ("(?:a|b)c", ["ac", "bc"], ["c"]),
    ("[a\\-z]+", ["a-z"], ["b"]),
  ])
  func wholeValuesMatch(_ source: String, _ matching: [String], _ others: [String]) throws {
    let pattern = try TextPattern(source)
    for text in matching { #expect(pattern.matches(text), "\(source) \(text)") }
    for text in others { #expect(!pattern.matches(text), "\(source) \(text)") }
  }

  @Test(arguments: [
    "(?=a)b", "(a", "a)", "[a", "*a", "a**", "a*?", "\\1", "\\bword", "a{2", "a{3,1}", "\\p{Han}",
    "a^b", "a$b", "[z-a]", "\\", "((a{1000}){1000}){1000}", "(((a*)*)*){999}", "[[:alpha:]]",
    String(repeating: "(", count: 100_000),
  ])
  func othersAreRefused(_ source: String) {
    #expect(throws: PatternFailure.self) { try TextPattern(source) }
  }

  @Test(arguments: [
    ("a\\p{digit}", "“\\p{digit}” is not supported, only L, Lu, Ll, N (character 2)"),
    ("\\p{word}", "(character 1)"), ("x\\P{space}", "“\\p{space}”"), ("\\p{}", "“\\p{}”"),
    ("a\\p{L", "“\\p{” is not closed (character 2)"), ("[a\\p{L]", "is not closed (character 3)"),
    ("\\pL", "“\\p” must be followed by “{”"), ("a[bc", "the set is not closed (character 2)"),
    ("a[", "the set is not closed (character 2)"),
    ("(a)(b", "the group is not closed (character 4)"),
    ("[[:alpha:]]", "(character 2)"), ("a**", "(character 3)"), ("ab^c", "(character 3)"),
  ])
  func whatCannotBeFollowedIsNamedWithItsPlace(_ source: String, _ reason: String) throws {
    let failure = try #require(throws: PatternFailure.self) { try TextPattern(source) }
    #expect(failure.message.contains(reason), "\(failure.message)")
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["((((()){999}){999}){999}){999}", "(()*)*", "(){3,}"])
  func repetitionsOfNothingAreNothing(_ source: String) throws {
    let pattern = try TextPattern(source)
    #expect(pattern.matches("") && !pattern.matches("a"))
  }

  /// Each of these has exponentially many ways to fail and takes backtracking engines years.
  @Test(.timeLimit(.minutes(1)), arguments: ["(a|aa)+", "(a*)*b", "(a|a)*(a|a)*b", "(.*a){9}z"])
  func noPatternTakesLong(_ source: String) throws {
    let pattern = try TextPattern(source)
    #expect(!pattern.matches(String(repeating: "a", count: 20_000) + "!"))
  }

  @Test(arguments: [
    ("%Y-%m-%d", ["2024-02-29", "1999-12-31"], ["2023-02-29", "2024-13-01", "2024-1-1", "x"]),
    ("%d.%m.%y", ["31.12.24"], ["32.12.24", "31.12.2024"]), ("%H:%M", ["23:59"], ["24:00"]),
  ])
  func onlyDatesOfTheCalendarMatch(_ source: String, _ right: [String], _ wrong: [String]) throws {
    let format = try #require(DateFormat(source))
    for text in right { #expect(format.matches(text), "\(text)") }
    for text in wrong { #expect(!format.matches(text), "\(text)") }
    #expect(DateFormat("%A") == nil)
  }

  @Test(arguments: [
    ("lists/*.md", ["lists/a.md"], ["lists/b/a.md", "a.md", "lists/a.txt"]),
    ("**/a.md", ["a.md", "x/a.md", "x/y/a.md"], ["x/b.md"]),
    ("docs/**", ["docs/a.md", "docs/x/a.md"], ["docs", "a.md"]),
    ("a/**/b", ["a/b", "a/x/y/b"], ["a", "b"]),
  ])
  func pathsMatch(_ source: String, _ matching: [String], _ others: [String]) throws {
    let pattern = try #require(PathPattern(source.utf8))
    func names(_ path: String) -> [[UInt8]] { path.split(separator: "/").map { Array($0.utf8) } }
    for path in matching { #expect(pattern.matches(names(path)), "\(path)") }
    for path in others { #expect(!pattern.matches(names(path)), "\(path)") }
  }
}
