import JSONText
import ProtocolTypes
import Testing

/// Parameters are read from JSON, or refused with the reason.
@Suite struct DecodingTests {
  private func json(_ text: String) throws -> JSONValue { try JSONReader.parse(Array(text.utf8)) }

  @Test(arguments: [
    ("{\"line\":1,\"character\":2}", 1, 2), ("{\"line\":-5,\"character\":1e30}", -1, 1_000_000_000),
    ("{\"line\":1.9,\"character\":0}", 1, 0),
  ])
  func positionsAreBounded(text: String, line: Int, character: Int) throws {
    #expect(try Position(json(text)) == Position(line: line, character: character))
  }

  @Test(arguments: [
    ("{}", "textDocument.uri is missing"),
    ("{\"textDocument\":{\"uri\":\"a\"}}", "position is missing"),
    (
      "{\"textDocument\":{\"uri\":\"a\"},\"position\":{\"line\":\"1\"}}",
      "a position needs the numbers line and character"
    ),
  ])
  func missingMembersAreNamed(text: String, message: String) throws {
    #expect(throws: InvalidParams(message)) { try PositionParams(json(text)) }
  }

  @Test func changesThatCannotBeReadAreIgnored() throws {
    let params = try DidChangeNotification.Params(
      json(#"{"textDocument":{"uri":"a","version":3},"contentChanges":[{},3,{"text":"x"}]}"#))
    #expect(params.version == 3 && params.changes.count == 1 && params.changes[0].isWhole)
  }

  @Test(arguments: [
    ("quickfix", "quickfix", true), ("source.fixAll.mdcatalog", "source", true),
    ("source.fixAll.mdcatalog", "source.fix", false), ("quickfix", "", true),
    ("quickfix", "refactor", false),
  ])
  func kindsOfActionsAreNested(kind: String, other: String, isKind: Bool) {
    #expect(CodeActionKind(rawValue: kind).isKind(of: CodeActionKind(rawValue: other)) == isKind)
  }

  @Test func dataOfActionsIsReadAsItWasWritten() throws {
    for fix in [DocumentFix.fixAll, .formatTable(line: 7)] {
      var writer = JSONWriter()
      CodeActionData(uri: "a", fix: fix).write(to: &writer)
      #expect(try CodeActionData(JSONReader.parse(writer.bytes)).fix == fix)
    }
  }
}
