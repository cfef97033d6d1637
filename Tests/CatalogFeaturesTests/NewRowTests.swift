import CatalogFeatures
import CatalogModel
import LineStore
import Testing

/// A row that is completed under a table joins it, and nothing else does.
@Suite struct NewRowTests {
  private static let table = "| Tool | Task |\n|---|---|\n| a | b |\n"

  /// The text after the row is completed at the cursor, with its placeholders.
  private func completed(_ source: String) throws -> String {
    let text = MarkedText(source)
    let list = try #require(
      try Completion.items(at: text.cursor, in: text.catalog, withSnippets: true))
    let item = try #require(list.items.first)
    let new = item.newText.replacing(/\$\{\d+:([^}]*)\}/) { $0.1 }.replacing("$0", with: "")
    var catalog = text.catalog
    let edit = TextEdit(
      line: list.line, byteColumns: list.byteColumns, replacement: Array(new.utf8))
    catalog.apply(together: [edit])
    return String(decoding: catalog.text.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("▮\nText\n", "\n\nText\n"), ("|▮\n| c | d |\n|---|---|\n", "\n\n| c | d |\n|---|---|\n"),
    ("▮\n# Heading\n", "\n\n# Heading\n"), ("▮\n\nText\n", "\n\nText\n"), ("▮\n", "\n"),
    ("▮", "\n"), ("| ▮", "\n"),
  ])
  func theNextBlockStaysApart(below: String, expected: String) throws {
    #expect(try completed(Self.table + below) == Self.table + "| Tool | Task |" + expected)
  }

  /// Some of them insert a line end as another character.
  @Test func clientsWithoutSnippetsGetOneLine() throws {
    for (below, newText) in [("▮\nText\n", nil), ("▮\n\nText\n", "|  |  |"), ("▮", "|  |  |")] {
      let text = MarkedText(Self.table + below)
      let list = try Completion.items(at: text.cursor, in: text.catalog, withSnippets: false)
      #expect(list?.items.first?.newText == newText)
    }
  }

  @Test func lineEndsAreThoseOfTheTable() throws {
    let table = Self.table.replacing("\n", with: "\r\n")
    for (below, end) in [("\r\nText\r\n", "$0\r\n"), ("", "$0\r\n"), ("\r\n", "")] {
      let catalog = Catalog(utf8: ContiguousArray((table + below).utf8))
      let list = try Completion.items(
        at: TextPosition(line: 3, byteColumn: 0), in: catalog, withSnippets: true)
      #expect(list?.items.first?.newText == "| ${1:Tool} | ${2:Task} |" + end)
    }
  }

  @Test(arguments: ["> ", ">", "> > ", "  > "])
  func theNextBlockOfAQuoteStaysApart(prefix: String) throws {
    let quoted = Self.table.split(separator: "\n").map { prefix + $0 + "\n" }.joined()
    let text = try completed(quoted + prefix + "▮\n" + prefix + "Text\n")
    let end = prefix.reversed().drop { $0 == " " }.reversed()
    #expect(text == quoted + prefix + "| Tool | Task |\n" + end + "\n" + prefix + "Text\n")
  }

  @Test func aPlaceholderEndsTheRow() throws {
    let text = MarkedText(Self.table + "▮\nText\n")
    let list = try Completion.items(at: text.cursor, in: text.catalog, withSnippets: true)
    #expect(list?.items.first?.newText == "| ${1:Tool} | ${2:Task} |$0\n")
  }
}
