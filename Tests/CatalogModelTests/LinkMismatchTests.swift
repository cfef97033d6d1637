import CatalogModel
import CatalogSchema
import LineStore
import Testing

/// A link to another row that has another URL can be corrected in either row.
@Suite struct LinkMismatchTests {
  private func fixedTexts(row: String, text: String) throws -> (message: String, [String: String]) {
    let lines = """
      | [Alpha](https://a.org) | \(text) | Text | CT | 3D |
      | \(row) | Text | Text | CT | 3D |
      """
    let catalog = Catalog(utf8: ContiguousArray((MarkedRows.header + lines).utf8))
    let problem = try #require(catalog.problems().first { $0.rule.rawValue == "link-mismatch" })
    #expect(!problem.range.isEmpty && problem.fixes.allSatisfy { !$0.isSafe })
    var texts: [String: String] = [:]
    for fix in problem.fixes {
      var fixed = catalog
      fixed.apply(together: fix.edits)
      #expect(!fixed.problems().contains { $0.rule == problem.rule })
      let line = try #require(fix.edits.first?.start.line)
      texts[fix.title] = String(decoding: fixed.text.line(line), as: UTF8.self)
    }
    return (problem.message, texts)
  }

  @Test(arguments: [
    ("[Beta](https://b.org/1)", "https://b.org/2", "https://b.org/1", "[Beta](https://b.org/2)"),
    (
      "[Beta](<https://b.org/1>)", "https://b.org/2", "<https://b.org/1>", "[Beta](https://b.org/2)"
    ),
    (
      "[Beta](https://b.org/1)", "<https://b.org/2>", "https://b.org/1", "[Beta](<https://b.org/2>)"
    ),
    (
      "**[Beta](https://b.org/1 \"t\")**", "https://b.org/2", "https://b.org/1",
      "**[Beta](https://b.org/2 \"t\")**"
    ),
  ])
  func eitherLinkCanBeUsed(row: String, url: String, here: String, there: String) throws {
    let found = try fixedTexts(row: row, text: "see [Beta](\(url))")
    #expect(
      found.1 == [
        "Use the link of “Beta”":
          "| [Alpha](https://a.org) | see [Beta](\(here)) | Text | CT | 3D |",
        "Use this link in the row “Beta”": "| \(there) | Text | Text | CT | 3D |",
      ])
  }

  @Test func aLinkWithoutADestinationIsFilled() throws {
    let found = try fixedTexts(row: "[Beta]()", text: "see [Beta](https://b.org)")
    #expect(found.message == "“Beta” on line 4 has a link without a destination")
    #expect(found.1.keys.sorted() == ["Use this link in the row “Beta”"])
    #expect(found.1.values.first == "| [Beta](https://b.org) | Text | Text | CT | 3D |")
  }

  @Test func aMentionWithoutADestinationIsFilled() throws {
    let found = try fixedTexts(row: "[Beta](https://b.org)", text: "see [Beta]()")
    #expect(found.1.keys.sorted() == ["Use the link of “Beta”"])
  }
}
