import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// Constraints of a schema, each reported under the rule that fits best.
@Suite struct ConstraintTests: RuleSuite {
  private static let header = """
    | Tool | About | Kind | Stars | Since | Site | Free |
    | --- | --- | --- | --- | --- | --- | --- |

    """

  private let tools = """
    { "schema": { "name": "tools", "primaryKey": "tool", "mdcatalog:minimumRows": 1, "fields": [
      { "name": "tool", "constraints": { "pattern": "[A-Za-z0-9]+( [A-Za-z0-9]+)*" },
        "mdcatalog:forbiddenSuffixes": ["API"] },
      { "name": "about", "constraints": { "minLength": 3, "maxLength": 12, "unique": true },
        "mdcatalog:startsWithCapital": true, "mdcatalog:noFinalPunctuation": true,
        "mdcatalog:withoutName": true },
      { "name": "kind", "type": "string",
        "constraints": { "enum": ["`cli`", "`lib, C`", "None"] } },
      { "name": "stars", "type": "integer", "groupChar": ",",
        "constraints": { "minimum": 0, "maximum": 9999 } },
      { "name": "since", "type": "date" },
      { "name": "site", "type": "string", "format": "uri" },
      { "name": "free", "type": "boolean", "trueValues": ["Yes"], "falseValues": ["No"] } ] } }
    """

  private func expect(_ rows: String) {
    check(rows, header: Self.header, with: configuration(tools))
  }

  @Test func rightRowsAreRight() {
    expect("| A b | Does that | `lib, C` | 1,200 | 2024-02-29 | https://a.org | Yes |")
    expect("| Rapid | Émits two | None | 0 |  | [x](https://a.org/b) | No |")
  }

  @Test func valuesOfAnotherType() {
    expect(
      """
      | A-b | Does that | `cli` | many | 2023-02-29 | here | Maybe |
        ^^^ unknown-value: must match the pattern
                                  ^^^^ unknown-value: must be a whole number
                                         ^^^^^^^^^^ unknown-value: must be a date in the format
                                                      ^^^^ missing-link: must be a URL
                                                             ^^^^^ unknown-value: be “Yes” or “No”
      | B | Does more | `cli` | -1 | 2023-02-28 | [x](here) | No |
                                ^^ unknown-value: “Stars” must be at least 0, not “-1”
      | C | Does most | `cli` | 10,000 | 2023-02-28 | https://x.org | No |
                                ^^^^^^ unknown-value: must be at most 9999
      """)
  }

  @Test func wholeNumbersHaveDigitsAlone() {
    expect(
      """
      | A | Does that | `cli` | 5.0 | 2024-02-28 | https://a.org | Yes |
                                ^^^ unknown-value: must be a whole number
      | B | Does more | `cli` | 1e3 | 2024-02-28 | https://b.org | Yes |
                                ^^^ unknown-value: must be a whole number
      | C | Does most | `cli` | +5 | 2024-02-28 | https://c.org | Yes |
      """)
  }

  @Test(arguments: [
    (
      "\"type\": \"number\", \"constraints\": { \"minimum\": 5, \"maximum\": 3 }",
      "must not be less"
    ),
    ("\"constraints\": { \"minLength\": 4, \"maxLength\": 2 }", "must not be less"),
    ("\"constraints\": { \"requierd\": true }", "has no \"requierd\""),
    (
      "\"constraints\": { \"enum\": [{ \"prefLabel\": \"x\", \"altLable\": [] }] }",
      "has no \"altLable\""
    ),
    (
      "\"constraints\": { \"enum\": [{ \"prefLabel\": \"x\", \"broader\": \"x\" }] }",
      "“x” is broader"
    ),
    (
      "\"constraints\": { \"enum\": [{ \"prefLabel\": \"x\", \"broader\": \"y\" }, "
        + "{ \"prefLabel\": \"y\", \"broader\": \"z\" }, "
        + "{ \"prefLabel\": \"z\", \"broader\": \"y\" }] }",
      "“y” is broader"
    ),
  ])
  func impossibleFieldsAreReported(field: String, message: String) {
    let source = """
      { "schema": { "primaryKey": "a", "fields": [{ "name": "a" }, { "name": "b", \(field) }] } }
      """
    let problems = Configuration.read(Array(source.utf8)).problems
    #expect(problems.count == 1)
    let message = message.replacing("“", with: "\"").replacing("”", with: "\"")
    #expect(problems.first?.message.contains(message) == true, "\(problems)")
  }

  @Test func membersOfOtherToolsAreNotReported() {
    let source = """
      { "schema": { "primaryKey": "a", "fields": [{ "name": "a" }, { "name": "b", "constraints": {
        "x:y": 1, "exclusiveMinimum": 1, "enum": [{ "prefLabel": "x", "dc:title": "y", "@id": "z",
        "scopeNote": "s", "broader": "w" }] } }] } }
      """
    #expect(Configuration.read(Array(source.utf8)).problems.isEmpty)
  }

  @Test func valuesInAWrongForm() {
    expect(
      """
      | Maps API | does that. | cli | 1 | 2024-01-01 | https://a.org | yes |
             ^^^ nonstandard-value: must not end with “API”
                   ^ nonstandard-value: “About” must begin with a capital letter
                            ^ nonstandard-value: must not end with “.”
                                ^^^ nonstandard-value: Use “`cli`” instead of
                                                                       ^^^ nonstandard-value
      | Grep | As grep does it all | `lib, C` | 1 | 2024-01-01 | https://b.org | No |
                  ^^^^ nonstandard-value: must not repeat the row's name “grep”
               ^^^^^^^^^^^^^^^^^^^ nonstandard-value: must have at most 12 characters; it has 19
      | Sed | So | `cli`, `lib, C` | 1 | 2024-01-01 | https://c.org | No |
              ^^ nonstandard-value: must have at least 3 characters; it has 2
                   ^^^^^^^^^^^^^^^ unknown-value
      """)
  }

  @Test func uniqueValues() {
    expect(
      """
      | A | Does that | None | 1 | 2024-01-01 | https://a.org | No |
      | B | Does_That | None | 1 | 2024-01-01 | https://b.org | No |
      | C | *Does* That | None | 1 | 2024-01-01 | https://c.org | No |
            ^^^^^^^^^^^ duplicate-name: “About” is the same on line 3
      """)
    let pairs = configuration(
      """
      { "schema": { "primaryKey": ["city", "year"], "fields": [
        { "name": "city" }, { "name": "year", "type": "year" }] } }
      """)
    check(
      """
      | Rome | 2020 |
      | Rome | 2021 |
      | rome | 2020 |
        ^^^^ duplicate-name: “City” and “Year” are the same on line 3
      """, header: "| City | Year |\n|---|---|\n", with: pairs)
  }

  @Test func uniqueNumbersAreNumbersAndTextsAreTexts() {
    func count(_ type: String, _ values: [String]) -> Int {
      let own = configuration(
        """
        { "schema": { "primaryKey": "n", "fields": [{ "name": "n" },
          { "name": "v", "type": "\(type)", "constraints": { "unique": true } }] } }
        """)
      let rows = values.enumerated().map { "| r\($0) | \($1) |\n" }.joined()
      let text = "| n | v |\n|---|---|\n" + rows
      return Catalog(utf8: ContiguousArray(text.utf8), configuration: own).problems()
        .count { $0.rule == "duplicate-name" }
    }
    #expect(count("number", ["1", "1.0", "01", "+1", "10e-1", "-1", "0.1"]) == 4)
    #expect(count("integer", ["9007199254740993", "9007199254740992", "0", "-0"]) == 1)
    #expect(count("string", ["1", "1.0", "-1", "1-1", "11"]) == 0)
    #expect(count("string", ["2-2", "2-2"]) == 1)
  }

  @Test func theKeyDistinguishesRows() {
    let own = configuration(
      """
      { "schema": { "primaryKey": "n", "fields": [{ "name": "n" }, { "name": "v" }] } }
      """)
    check(
      """
      | a-b | 1 |
      | A b | 2 |
        ^^^ duplicate-name: line 3
      """, header: "| N | V |\n|---|---|\n", with: own)
  }

  @Test func namesAndLinksMayBeTerms() {
    let own = configuration(
      """
      { "schema": { "fields": [
        { "name": "n", "mdcatalog:key": true,
          "constraints": { "enum": ["Alpha", "Beta", "Gamma"] } },
        { "name": "site", "mdcatalog:link": true, "constraints": { "enum": ["Home", "Docs"] } }] } }
      """)
    let header = "| N | Site |\n|---|---|\n"
    check(
      """
      | Alpha | [Home](https://a.org) |
      | Betaa | [Docs](https://b.org "title") |
        ^^^^^ unknown-value: did you mean “Beta”
      | Beta | [Home](https://a.org) and more |
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-value
      | [gamma](https://x.org) | Docs |
         ^^^^^ nonstandard-value: Use “Gamma” instead of
                                 ^^^^ missing-link
      """, header: header, with: own)
    #expect(
      fixed("| [gamma](https://x.org) | [docs][1] |", header: header, with: own)
        == "| [Gamma](https://x.org) | [Docs][1] |")
  }

  @Test func fixesOfALinksTextStayInTheLink() throws {
    let own = configuration(
      """
      { "schema": { "primaryKey": "n", "fields": [
        { "name": "n" }, { "name": "org", "mdcatalog:link": true,
          "constraints": { "enum": ["One", "Two"] } },
        { "name": "kind", "constraints": { "enum": ["Three", "Four"] } }] } }
      """)
    let text = "| N | Org | Kind |\n|---|---|---|\n| a | [Three](https://b.org) | Four, Three |\n"
    let found = Catalog(utf8: ContiguousArray(text.utf8), configuration: own).problems()
    let misplaced = try #require(found.first { $0.rule == "misplaced-value" })
    #expect(misplaced.fix == nil)
  }

  @Test func aKnownValueMustMeetTheOtherConstraints() {
    let own = configuration(
      """
      { "schema": { "primaryKey": "n", "fields": [ { "name": "n" },
        { "name": "v", "constraints": { "enum": ["AA", "BB", "cc"], "pattern": "[A-Z]+" } },
        { "name": "w", "type": "number", "constraints": { "enum": [0.5, 1, 2], "maximum": 1 } }] } }
      """)
    check(
      """
      | a | AA | 0.5 |
      | b | cc | 1 |
            ^^ unknown-value: must match the pattern
      | c | dd | 2 |
            ^^ unknown-value: “V” must be “AA”, “BB” or “cc”, not “dd”
                 ^ unknown-value: must be at most 1, not “2”
      """, header: "| N | V | W |\n|---|---|---|\n", with: own)
  }

  @Test func aReferenceIsALinkInAnyColumn() {
    let own = configuration(
      """
      { "schema": { "primaryKey": "n", "fields": [
        { "name": "n" }, { "name": "v", "mdcatalog:link": true }] } }
      """)
    check(
      """
      | a | [x][1] |
      | b | [1] |
      | c | x |
            ^ missing-link

      [1]: https://example.org
      """, header: "| N | V |\n|---|---|\n", with: own)
  }

  @Test func oneMistakeIsReportedOnce() {
    let own = configuration(
      """
      { "schema": { "primaryKey": "n", "fields": [
        { "name": "n" },
        { "name": "v", "type": "integer", "constraints": { "enum": [1, "2"] } }] } }
      """)
    let text = "| N | V |\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | x |\n"
    let found = Catalog(utf8: ContiguousArray(text.utf8), configuration: own).problems()
    #expect(found.filter { $0.rule != "unformatted-table" }.map(\.rule) == ["unknown-value"])
  }

  @Test(arguments: [
    ("datetime", "default", "2020-01-00T10:00:00Z", false),
    ("datetime", "default", "2020-13-01T10:00:00", false),
    ("datetime", "default", "2020-12-31T10:00:00.5+01:00", true),
    ("date", "%d.%m.%y", "29.02.23", false), ("date", "%d.%m.%y", "29.02.24", true),
    ("date", "%d.%m.%y", "29.02.00", true), ("date", "default", "1900-02-29", false),
  ])
  func onlyDatesOfTheCalendarAreValid(type: String, format: String, value: String, isRight: Bool) {
    let own = configuration(
      """
      { "schema": { "primaryKey": "n", "fields": [
        { "name": "n" }, { "name": "v", "type": "\(type)", "format": "\(format)" }] } }
      """)
    let text = "| N | V |\n|---|---|\n| a | \(value) |\n"
    let found = Catalog(utf8: ContiguousArray(text.utf8), configuration: own).problems()
    #expect(found.contains { $0.rule == "unknown-value" } != isRight)
  }

  @Test func misspellingsAreKnownInOpenColumns() {
    let own = configuration(
      """
      { "schema": { "primaryKey": "n", "fields": [ { "name": "n" },
        { "name": "v", "mdcatalog:vocabulary": "own", "mdcatalog:closed": false }] },
        "vocabularies": [{ "name": "own", "concepts": [
          { "prefLabel": "Ultrasound", "hiddenLabel": "Sonogramm" }] }] }
      """)
    check(
      """
      | a | Ultrasound, Sonogramm |
                        ^^^^^^^^^ unknown-value: did you mean “Ultrasound”
      | b | Ultrasoun, Ultrasound |
            ^^^^^^^^^ unknown-value: did you mean “Ultrasound”
      | c | Ultrasound, Other |
      """, header: "| N | V |\n|---|---|\n", with: own)
  }

  @Test func tablesWithTooFewRows() {
    let configuration = configuration(
      """
      { "schema": { "primaryKey": "a", "mdcatalog:minimumRows": 3, "fields": [{ "name": "a" }] } }
      """)
    check(
      """
      | a |
      ^^^^^ empty-cell: The table must have at least 3 rows; it has 2
      |---|
      | x |
      | y |

      | a |
      |---|
      | x |
      | y |
      | z |
      """, header: "", with: configuration)
  }

  @Test func safeFixes() {
    let row = "| A | That; | cli | 1 | 2024-01-01 | https://a.org | no |"
    let isUnique = "| A | That; | `cli` | 1 | 2024-01-01 | https://a.org | No |"
    // Another row may have the value without punctuation.
    #expect(fixed(row, header: Self.header, with: configuration(tools)) == isUnique)
    let mayRepeat = "| A | That | `cli` | 1 | 2024-01-01 | https://a.org | No |"
    let own = configuration(tools.replacing(", \"unique\": true", with: ""))
    #expect(fixed(row, header: Self.header, with: own) == mayRepeat)
  }

  @Test func wholeColumnsInCode() {
    let inCode = configuration(
      """
      { "schema": { "primaryKey": "a", "vocabularies": [{ "name": "v", "concepts": ["x", "y"] }],
        "fields": [{ "name": "a", "mdcatalog:code": true },
          { "name": "b", "mdcatalog:vocabulary": "v", "mdcatalog:code": true }] } }
      """)
    check(
      """
      | `q` | `x`, `y` |
      | r | `x`, y |
        ^ nonstandard-value: must be code: write “r” between backticks
                 ^ nonstandard-value: Use “`y`” instead of
      """, header: "| a | b |\n|---|---|\n", with: inCode)
  }

  @Test func otherLabelsOfTermsInCode() {
    let inCode = configuration(
      """
      { "schema": { "primaryKey": "a", "vocabularies": [{ "name": "v", "concepts": [
          { "prefLabel": "apiKey", "altLabel": ["key"], "hiddenLabel": ["schluessel"] },
          { "prefLabel": "`user`", "altLabel": ["login"] }] }],
        "fields": [{ "name": "a" },
          { "name": "b", "mdcatalog:vocabulary": "v", "mdcatalog:code": true }] } }
      """)
    check(
      """
      | p | `apiKey`, `user` |
      | q | `key`, `login` |
            ^^^^^ nonstandard-value: Use “`apiKey`” instead of
                   ^^^^^^^ nonstandard-value: Use “`user`” instead of
      | r | `schluessel` |
            ^^^^^^^^^^^^ unknown-value: did you mean “`apiKey`”
      | s | schluessel |
            ^^^^^^^^^^ unknown-value: did you mean “`apiKey`”
      """, header: "| a | b |\n|---|---|\n", with: inCode)
  }

  /// A schema for this file applies whatever the columns contain.
  @Test func theFirstMatchingSchemaApplies() {
    let several = configuration(
      """
      { "schemas": [
        { "name": "own", "primaryKey": "x", "mdcatalog:files": ["lists/*.md"],
          "fields": [{ "name": "x", "constraints": { "maxLength": 2 } }] },
        { "name": "other", "primaryKey": "x",
          "fields": [{ "name": "x", "constraints": { "maxLength": 4 } }, { "name": "y" }] },
        "builtin"] }
      """)
    let header = "| x | y |\n|---|---|\n"
    func problemCount(_ names: [String]) -> Int {
      let text = header + "| long | 1 |\n| longer | 1 |\n"
      let catalog = Catalog(
        utf8: ContiguousArray(text.utf8), configuration: several.forFile(names))
      return catalog.problems().count { $0.rule == "nonstandard-value" }
    }
    #expect(problemCount(["lists", "a.md"]) == 2)
    #expect(problemCount(["a.md"]) == 1)
    #expect(several.forFile(["a.md"]).schemas.map(\.name) == ["other", "dataset"])
  }

  @Test(arguments: [
    ("{ \"schema\": { \"primaryKey\": \"b\", \"fields\": [{ \"name\": \"a\" }] } }", "field"),
    (
      "{ \"fields\": [{ \"name\": \"a\", \"constraints\": { \"pattern\": \"(?=a)\" } }] }",
      "pattern"
    ),
    (
      "{ \"fields\": [{ \"name\": \"a\", \"constraints\": { \"maxLength\": -1 } }] }",
      "whole number"
    ),
    ("{ \"fields\": [{ \"name\": \"a\", \"type\": \"date\", \"format\": \"%A\" }] }", "format"),
    ("{ \"schemas\": [] }", "schemas"),
    ("{ \"fields\": [{ \"name\": \"dataset\", \"title\": \"Collection\" }] }", "key"),
    ("{ \"fields\": [{ \"name\": \"x\", \"mdcatalog:key\": true }] }", "Only one field"),
    (
      "{ \"fields\": [{ \"name\": \"x\", \"mdcatalog:sorted\": true }] }",
      "Only the key can have"
    ),
    ("{ \"fields\": [{ \"name\": \"a\", \"mdcatalog:code\": 1 }] }", "true"),
  ])
  func invalidSettingsAreReported(_ source: String, _ word: String) {
    let problems = Configuration.read(Array(source.utf8)).problems
    #expect(problems.contains { $0.message.contains(word) && !$0.byteRange.isEmpty }, "\(problems)")
  }

  @Test(arguments: ["mdcatalog:key", "mdcatalog:sorted"])
  func aFieldWithAnInvalidPropertyIsNamed(property: String) {
    let field = "{ \"name\": \"x\", \"\(property)\": true }"
    let key = "{ \"name\": \"a\", \"mdcatalog:key\": true }"
    for setting in [
      "{ \"fields\": [\(field)] }",
      "{ \"schema\": { \"fields\": [\(key), \(field)] }, \"fields\": [{ \"name\": \"c\" }] }",
    ] {
      let source = Array(setting.utf8)
      let places = Configuration.read(source).problems.map(\.byteRange)
      #expect(places.map { String(decoding: source[$0], as: UTF8.self) } == ["true"])
    }
  }
}
