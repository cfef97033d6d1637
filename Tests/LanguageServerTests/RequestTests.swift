import CatalogModel
import JSONText
import MessageStream
import Testing

@testable import LanguageServer

/// Single requests in small documents.
@Suite struct RequestTests {
  private static let rows = """
    | [Alpha](https://a.org) | Livers | Text | CT | 2D |
    | [Beta](https://b.org/ü) | Images from Alpha | Segmentaton | CT, MRI | 3D |

    """

  private func client(_ capabilities: String = Client.rich, settings: String = "{}") -> Client {
    var client = Client(capabilities, settings: settings)
    client.open(Client.header + Self.rows)
    return client
  }

  @Test(arguments: [(2, 2), (1_000, 5)])
  func foldingRangesStopAtTheClientsLimit(limit: Int, count: Int) {
    var client = Client("{\"textDocument\":{\"foldingRange\":{\"rangeLimit\":\(limit)}}}")
    client.open(String(repeating: "|a|b|\n|-|-|\n|c|d|\n\n", count: 5))
    #expect(client.about("foldingRange").array?.count == count)
  }

  @Test func documentLinksHaveTheirTargets() {
    var client = client()
    let links = client.about("documentLink")
    #expect(links.strings("target") == ["https://a.org", "https://b.org/%C3%BC"])
  }

  @Test func workspaceSymbolsAreOfAllDocuments() {
    var client = client()
    client.open(Client.header + "| Gamma | x | Text | CT | 2D |\n", uri: "file:///b.md")
    #expect(client.result("workspace/symbol", "{\"query\":\"alph\"}").strings("name") == ["Alpha"])
    let all = client.result("workspace/symbol", "{\"query\":\"\"}").strings("name")
    #expect(all == ["Gamma", "Alpha", "Beta"])
  }

  @Test(arguments: [
    ("{\"columnHints\":true}", ["Dataset:", "Description:"]), ("{}", []),
  ])
  func columnHintsAreASetting(settings: String, first: [String]) {
    var client = client(settings: settings)
    let range =
      "\"range\":{\"start\":{\"line\":3,\"character\":0},\"end\":{\"line\":3,\"character\":9}}"
    #expect(Array(client.about("inlayHint", range).strings("label").prefix(2)) == first)
  }

  @Test(arguments: [
    ("{\"formatOnSave\":true}", 1, true), ("{\"formatOnSave\":true}", 2, false), ("{}", 1, false),
  ])
  func formattingOnSaveIsASetting(settings: String, reason: Int, formats: Bool) {
    var client = Client(Client.rich, settings: settings)
    client.open("| a | b |\n| - | - |\n| c |  d   |\n")
    let edits = client.about("willSaveWaitUntil", "\"reason\":\(reason)")
    #expect(edits.array?.isEmpty == !formats)
    if formats { #expect(edits.text == client.about("formatting").text) }
  }

  @Test func longTitlesAreCut() throws {
    let long = String(repeating: "é", count: 5_000)
    var client = Client(Client.rich)
    client.open(Client.header + "| [\(long)](https://a.org) | x | \(long) | CT | 2D |\n")
    let table = try #require(client.about("documentSymbol").array?.first)
    let row = try #require(table["children"]?.array?.first)
    for name in ["name", "detail"] {
      let text = try #require(row[name]?.string)
      #expect(
        text.hasSuffix("é…") && text.utf8.count <= ServerLimits.titleByteCountMax + 3, "\(name)")
    }
    let symbols = client.result("workspace/symbol", "{\"query\":\"\"}").strings("name")
    #expect(symbols == [row["name"]?.string])
  }

  @Test(arguments: ["abc", "ab🧠", "", "é"]) func shortTextsAreWhole(text: String) {
    #expect(text.cut(toByteCount: 6) == text)
    #expect((text + "🧠🧠🧠").cut(toByteCount: 3).unicodeScalars.allSatisfy { $0 != "\u{FFFD}" })
  }

  @Test func anActionIsResolvedByItsData() throws {
    var client = Client(Client.rich)
    // Columns of ten known values are closed: their typos have safe fixes.
    let others = (0..<10).map { "| [C\($0)](https://c.org/\($0)) | x | Text | CT | 2D |\n" }
    client.open(Client.header + Self.rows + others.joined())
    let range =
      "\"range\":{\"start\":{\"line\":3,\"character\":0},\"end\":{\"line\":3,\"character\":60}}"
    let actions = client.about("codeAction", range + ",\"context\":{\"diagnostics\":[]}")
    let all = try #require(actions.array?.first { $0["kind"]?.string == "source.fixAll.mdcatalog" })
    #expect(all["edit"] == nil && all["title"]?.string == "Fix all safe problems")
    let edit = client.result("codeAction/resolve", all.text)["edit"]
    #expect(edit?["changes"]?[Client.uri]?.array?.first?["newText"]?.string == "i")
  }

  @Test func diagnosticsAreUnchangedUntilTheyChange() throws {
    var client = client()
    let first = client.about("diagnostic")
    let id = try #require(first["resultId"]?.string)
    #expect((first["items"] ?? .null).strings("code") == ["unknown-value"])
    let second = client.about("diagnostic", "\"previousResultId\":\"\(id)\"")
    #expect(second["kind"]?.string == "unchanged" && second["items"] == nil)
  }

  @Test func aCancelledJobHasNoAnswer() {
    let job = Job(byteCount: 0) { writer, _ in writer.int(1) }
    #expect(job.answer(id: .number(1), .init { true }) == nil)
    #expect(job.answer(id: .number(1), .never) != nil)
  }
}
