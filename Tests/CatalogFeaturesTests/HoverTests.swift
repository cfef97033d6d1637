import CatalogFeatures
import CatalogModel
import Testing

@Suite struct HoverTests {
  private func card(_ rows: String) throws -> String {
    let text = MarkedText(rows: rows)
    return try #require(try Hover.card(at: text.cursor, in: text.catalog)).markdown
  }

  @Test(arguments: [
    ("https://en.wikipedia.org/wiki/X_(y)", "(<https://en.wikipedia.org/wiki/X_%28y%29>)"),
    ("https://a.org/ö", "(<https://a.org/%C3%B6>)"),
    ("<https://a.org/a b>", "(<https://a.org/a%20b>)"),
    ("https://a.org/?x=1&amp;y=2", "(<https://a.org/?x=1&y=2>)"),
    ("https://x.org/a\\|b", "(<https://x.org/a%7Cb>)"), ("ftp://a.org/x", "A  ftp:\\//a.org/x"),
    ("command:x", "A  command:x"),
  ])
  func aCardShowsItsLink(address: String, shown: String) throws {
    let card = try card("| [A▮](\(address)) | x | Text | CT | 2D |\n")
    #expect(card.contains(shown) && !card.contains("](command"))
  }

  @Test(arguments: ["- item", "1. one", "---", "# x", "> x", "+ x", "[a]: b"])
  func aDescriptionIsNotMarkup(text: String) throws {
    let card = try card("| [A▮](https://a.org) | \(text) | Text | CT | 2D |\n")
    let line = card.split(separator: "\n").first { !$0.hasPrefix("###") && !$0.hasPrefix("**") }
    #expect(line?.contains("\\") == true)
  }

  // MARK: Terms

  private let code = """
    { "vocabularies": [{ "name": "v", "concepts": [
        { "prefLabel": "name" },
        { "prefLabel": "apiKey", "altLabel": ["key", "`token`"], "broader": "name" },
        { "prefLabel": "id", "broader": "other" }] }],
      "schema": { "primaryKey": "a", "fields": [{ "name": "a" },
        { "name": "b", "mdcatalog:vocabulary": "v", "mdcatalog:code": true }] } }
    """

  private func termCard(_ cell: String) throws -> String {
    let text = MarkedText("| a | b |\n|---|---|\n| x | \(cell) |\n", configuration: code)
    return try #require(try Hover.card(at: text.cursor, in: text.catalog)).plainText
  }

  @Test func termsInCodeHaveBroaderAndNarrowerTerms() throws {
    #expect(try termCard("`na▮me`").contains("\nNarrower: `apiKey`\n"))
    #expect(try termCard("`api▮Key`").contains("\nBroader: `name`\n"))
    #expect(try termCard("`i▮d`").contains("\nBroader: other\n"))
  }

  @Test func aCardNamesEachLabelOnce() throws {
    #expect(try termCard("`api▮Key`").contains("\nAlso: key, `token`\n"))
    #expect(try !termCard("`na▮me`").contains("Also"))
  }

  // MARK: Rows

  @Test func aCardNamesTheColumnsOfShortValues() throws {
    let text = MarkedText(
      "| Tool | About | Count | Since | Site |\n|---|---|---|---|---|\n"
        + "| A▮ | Does that | 3 | 2024-01-01 | https://a.org |\n",
      configuration: """
        { "schema": { "primaryKey": "tool", "fields": [
          { "name": "tool" }, { "name": "about" }, { "name": "count", "type": "integer" },
          { "name": "since", "type": "date" },
          { "name": "site", "type": "string", "format": "uri" }] } }
        """)
    let card = try #require(try Hover.card(at: text.cursor, in: text.catalog)).plainText
    #expect(
      card.hasPrefix("A\nDoes that\nCount: 3\nSince: 2024-01-01\nSite: https://a.org"), "\(card)")
  }

  @Test(arguments: [
    ("<https://a.org/x>", "[https:\\//a.org/x](<https://a.org/x>)"),
    ("www.a.org", "[www\\.a.org](<http://www.a.org>)"),
  ])
  func aURLAsANameIsALink(name: String, shown: String) throws {
    #expect(try card("| \(name)▮ | x | Text | CT | 2D |\n").hasPrefix("### \(shown)\n"))
  }

  @Test func aRowWithoutANameHasNoTitle() throws {
    #expect(try card("|  | text▮ | Text | CT | 2D |\n").hasPrefix("text\n"))
    let linked = try card("| [](https://a.org/b) | text▮ | Text | CT | 2D |\n")
    #expect(linked.hasPrefix("### [https:\\//a.org/b](<https://a.org/b>)\n"))
  }

  @Test func columnsWithoutAHeaderHaveANumber() throws {
    let text = MarkedText("| Tool | ▮ |\n|---|---|\n| a | 3 |\n")
    let header = try #require(try Hover.card(at: text.cursor, in: text.catalog))
    #expect(header.markdown == "### column 2\n\n1 row")
  }

  @Test func longValuesAreShortened() throws {
    let text = String(repeating: "é ", count: 6_000)
    let card = try card("| [A▮](https://a.org) | \(text)| Text | CT | 2D |\n")
    #expect(card.utf8.count < 10_000 && card.contains("…"))
  }

  @Test func manyMentionsAreCounted() throws {
    let rows = (0..<200).map { "| [B\($0)](https://b.org/\($0)) | see Alpha2 | Text | CT | 2D |\n" }
    let card = try card("| [Alpha2▮](https://a.org) | x | Text | CT | 2D |\n" + rows.joined())
    #expect(card.contains("**Mentioned by**: B0, B1, B2, B3, B4, B5, B6, B7, B8, B9, B10, B11, …"))
  }
}
