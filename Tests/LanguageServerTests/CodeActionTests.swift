import JSONText
import Testing

@testable import LanguageServer

/// Actions are offered for the whole row, and for the diagnostics that the client names.
@Suite struct CodeActionTests {
  /// A row with problems in two cells, and another row.
  private static let rows = """
    | [A](https://a.org) | x | Segmentaton | CT, CT | 2D |
    | [B](https://b.org) | x | Segmentation | Ultrasuond | 2D |

    """

  private func client() -> Client {
    var client = Client(Client.rich)
    client.open(Client.header + Self.rows)
    return client
  }

  private func titles(
    _ client: inout Client, _ line: Int, _ column: Int, named diagnostics: [JSONValue] = []
  ) -> [String] {
    let place = "{\"line\":\(line),\"character\":\(column)}"
    let named = JSONValue.array(diagnostics).text
    let actions = client.about(
      "codeAction",
      "\"range\":{\"start\":\(place),\"end\":\(place)},"
        + "\"context\":{\"diagnostics\":\(named),\"only\":[\"quickfix\"]}")
    return actions.strings("title").filter { !$0.hasPrefix("Ignore") }
  }

  private func diagnostics(_ client: inout Client, _ code: String) -> [JSONValue] {
    let items = client.about("diagnostic")["items"]?.array ?? []
    return items.filter { $0["code"]?.string == code }
  }

  @Test(arguments: [(0, 0), (0, 26), (1, 45), (0, 52)])
  func theFixAtTheCursorComesFirst(first: Int, column: Int) {
    var client = client()
    let found = titles(&client, 2, column)
    let expected = ["Replace “Segmentaton” with “Segmentation”", "Remove the repeated value"]
    #expect(found == (first == 0 ? expected : expected.reversed()))
  }

  @Test(arguments: [0, 30, 60]) func namedDiagnosticsAloneAreFixed(column: Int) {
    var client = client()
    let named = diagnostics(&client, "duplicate-value")
    #expect(titles(&client, 2, column, named: named) == ["Remove the repeated value"])
  }

  @Test func diagnosticsOfOthersDoNotHideFixes() throws {
    var client = client()
    let other = try JSONReader.parse(
      Array(#"{"code":"MD013","range":{"start":{"line":2,"character":0}},"message":"x"}"#.utf8))
    #expect(titles(&client, 3, 0, named: [other]) == ["Replace “Ultrasuond” with “Ultrasound”"])
  }

  @Test func manyProblemsHaveFewActions() {
    var client = Client(Client.rich)
    let text = String(repeating: "a\u{200B}", count: 20_000)
    client.open(Client.header + "| [A](https://a.org) | \(text) | Text | CT | 2D |\n")
    let found = titles(&client, 2, 0)
    #expect((1...100).contains(found.count))
  }

  @Test func anActionWithItsEditIsUnchanged() throws {
    var client = client()
    let place = "{\"line\":3,\"character\":46}"
    let actions = client.about(
      "codeAction", "\"range\":{\"start\":\(place),\"end\":\(place)},\"context\":{}")
    let action = try #require(actions.array?.first { $0["edit"] != nil })
    #expect(client.result("codeAction/resolve", action.text).text == action.text)
  }
}
