import CatalogSchema
import Testing

@testable import CatalogModel

/// Lists whose items are parted by something else than a comma.
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
  func otherSeparatorsAreMended(delimiter: String) {
    func mended(_ value: String) -> String {
      fixed("| a | \(value) |", header: Self.header, with: kinds(delimiter))
    }
    #expect(mended("Foo, Band") == "| a | Foo\(delimiter)Band |")
    #expect(mended("Ünï & C-arm") == "| a | Ünï\(delimiter)C-arm |")
    #expect(mended("foo\(delimiter)Bandd") == "| a | Foo\(delimiter)Band |")
    #expect(mended("Fu\(delimiter)Bar") == "| a | Foo |")
  }

  @Test func blanksAroundADelimiterAreMended() {
    func mended(_ value: String) -> String {
      fixed("| a | \(value) |", header: Self.header, with: kinds(" · "))
    }
    #expect(mended("Foo·Band") == "| a | Foo · Band |")
    #expect(mended("Foo  ·  Band·Ünï") == "| a | Foo · Band · Ünï |")
    #expect(mended("·Foo·") == "| a | Foo |")
  }
}
