import CatalogSchema
import Testing

@testable import CatalogModel

/// Lists with delimiters other than a comma.
@Suite struct DelimiterTests: RuleSuite {
  private static let delimiters = [
    " · ", "、", "<br>", " -- ", " and ", "; ", "/", ";", "→", " / ",
  ]
  private static let header = "| Name | Kinds |\n| --- | --- |\n"

  private func kinds(_ delimiter: String) -> Configuration {
    configuration(
      """
      { "schema": { "primaryKey": "name", "fields": [ { "name": "name" },
        { "name": "kinds", "type": "list", "delimiter": "\(delimiter)",
          "constraints": { "enum": [
            { "prefLabel": "Foo", "hiddenLabel": ["Fu\(delimiter)Bar"] },
            "Band", "Ünï", "C-arm", "1.5T", "A\(delimiter)Z"] } } ] } }
      """)
  }

  @Test(arguments: delimiters)
  func listsAreReadAsTheyAreWritten(delimiter: String) {
    check(
      """
      | a | Foo\(delimiter)Band |
      | b | Band |
      | c | C-arm\(delimiter)1.5T\(delimiter)Ünï |
      | d | Foo\(delimiter)A\(delimiter)Z |
      """, header: Self.header, with: kinds(delimiter))
  }

  @Test(arguments: delimiters)
  func otherSeparatorsAreFixed(delimiter: String) {
    func fixedRow(_ value: String) -> String {
      fixed("| a | \(value) |", header: Self.header, with: kinds(delimiter))
    }
    #expect(fixedRow("Foo, Band") == "| a | Foo\(delimiter)Band |")
    #expect(fixedRow("Ünï & C-arm") == "| a | Ünï\(delimiter)C-arm |")
    #expect(fixedRow("foo\(delimiter)Bandd") == "| a | Foo\(delimiter)Band |")
    #expect(fixedRow("Fu\(delimiter)Bar") == "| a | Foo |")
  }

  @Test func spacesAroundADelimiterAreFixed() {
    func fixedRow(_ value: String) -> String {
      fixed("| a | \(value) |", header: Self.header, with: kinds(" · "))
    }
    #expect(fixedRow("Foo·Band") == "| a | Foo · Band |")
    #expect(fixedRow("Foo  ·  Band·Ünï") == "| a | Foo · Band · Ünï |")
    #expect(fixedRow("·Foo·") == "| a | Foo |")
  }

  @Test func spacesAroundADelimiterWithoutSpacesAreOptional() {
    check(
      """
      | a | Foo / Band |
      | b | Foo/Band |
      | c | Foo /Band |
      """, header: Self.header, with: kinds("/"))
  }

  /// No part of a link, of code, or of what brackets and quotes hold is an item.
  @Test(arguments: [
    "https://x.org/Foo/Band", "[Foo/Band](https://x.org/Foo/Band)", "`Foo/Band`", "(Foo/Band)",
    "\"Foo/Band\"", "<https://x.org/Foo>", "x (Foo/Band)", "“Foo/Band”",
  ])
  func listsAreNotSplitInside(value: String) {
    let row = "| a | \(value) |"
    let catalog = Catalog(
      utf8: ContiguousArray((Self.header + row).utf8), configuration: kinds("/"))
    #expect(!catalog.problems().contains { $0.rule == "list-separator" })
    for isSafe in [true, false] {
      #expect(fixed(row, header: Self.header, isSafe, with: kinds("/")) == row)
    }
  }
}
