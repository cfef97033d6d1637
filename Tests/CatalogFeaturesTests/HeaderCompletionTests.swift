import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore
import Testing

/// Headers and whole tables are completed.
@Suite struct HeaderCompletionTests {
  /// The items at the cursor of a text.
  private func items(_ marked: String, withSnippets: Bool = true) throws -> CompletionList? {
    let parts = marked.split(separator: "▮", omittingEmptySubsequences: false).map(String.init)
    try #require(parts.count == 2)
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    let place = TextPosition(line: lines.count - 1, byteColumn: lines[lines.count - 1].utf8.count)
    let text = parts.joined()
    let catalog = Catalog(utf8: ContiguousArray(text.utf8), configuration: .standard)
    return try Completion.items(at: place, in: catalog, withSnippets: withSnippets)
  }

  private func labels(_ marked: String) throws -> [String] {
    try items(marked)?.items.map(\.label) ?? []
  }

  @Test func aHeaderCellCompletesTheColumnsOfTheSchema() throws {
    let list = try #require(try items("| Dataset | Im▮ |\n|---|---|\n"))
    #expect(list.items.map(\.label) == ["Image Type(s)"])
    #expect(list.items.map(\.newText) == ["Image Type(s)"] && list.byteColumns == 12..<14)
    #expect(try labels("| Dataset | Desc▮\n") == ["Description"])
  }

  @Test func headersOfOtherTablesComeFirst() throws {
    let other = "| Dataset | Dim. | Doctor |\n|---|---|---|\n| a | b | c |\n\n"
    #expect(
      try labels(other + "| Dataset | D▮ |\n|---|---|\n") == ["Dim.", "Doctor", "Description"])
  }

  @Test func aHeaderIsNotOfferedTwice() throws {
    #expect(try labels("| Dataset | Description | D▮ |\n|---|---|---|\n") == ["Dim."])
  }

  @Test func aSpaceFollowsThePipe() throws {
    let list = try #require(try items("| Dataset |▮\n"))
    #expect(list.items.allSatisfy { $0.newText.hasPrefix(" ") } && list.byteColumns == 11..<11)
  }

  @Test func codeAndTextHaveNoHeaders() throws {
    #expect(try items("```\n| Dataset | D▮ |\n```\n") == nil)
    #expect(try items("Some text, D▮\n") == nil)
  }

  @Test(arguments: ["▮", "# Images\n\n▮", "|▮\n"]) func anEmptyFileGetsATable(text: String) throws {
    let list = try #require(try items(text))
    let item = try #require(list.items.first { $0.label == "| … | new table" })
    let lines = item.newText.split(separator: "\n")
    #expect(lines[0].hasPrefix("| Dataset | Description |") && lines[1].hasPrefix("| --- | --- |"))
    #expect(lines[2].hasPrefix("| [${1:Name}](${2:https://}) | ${3:Description} |"))
    #expect(try items(text, withSnippets: false)?.items.contains { $0.isSnippet } != true)
  }

  @Test func aFileWithTextOrTablesGetsNone() throws {
    #expect(try labels("Text\n▮\n").isEmpty)
    #expect(try labels("| a |\n|---|\n| b |\n\n▮\n").isEmpty)
  }
}
