import JSONText
import ProtocolTypes
import Testing

/// Results are written in LSP's form.
@Suite struct EncodingTests {
  private static let range = DocumentRange(
    start: Position(line: 0, character: 1), end: Position(line: 2, character: 3))
  private static let rangeJSON =
    "{\"start\":{\"line\":0,\"character\":1},\"end\":{\"line\":2,\"character\":3}}"

  private func text(_ value: some JSONEncodable) -> String {
    var writer = JSONWriter()
    value.write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func optionalResultsAreNull() { #expect(text(Location?.none) == "null") }

  @Test func selectionRangesHoldTheirParents() {
    let selection = SelectionRangeRequest.SelectionRange(ranges: [Self.range, Self.range])
    #expect(
      text(selection) == "{\"range\":\(Self.rangeJSON),\"parent\":{\"range\":\(Self.rangeJSON)}}")
  }

  @Test func aDiagnosticHasItsRelatedLocations() {
    let diagnostic = Diagnostic(
      range: Self.range, severity: .hint, code: "c", message: "m",
      related: [("u", Self.range, "r")])
    let related = "[{\"location\":{\"uri\":\"u\",\"range\":\(Self.rangeJSON)},\"message\":\"r\"}]"
    #expect(
      text(diagnostic)
        == "{\"range\":\(Self.rangeJSON),\"severity\":4,\"code\":\"c\",\"source\":\"mdcatalog\","
        + "\"message\":\"m\",\"relatedInformation\":\(related)}")
  }

  @Test(arguments: [
    (
      true,
      "{\"documentChanges\":[{\"textDocument\":{\"uri\":\"u\",\"version\":null},\"edits\":[]}]}"
    ),
    (false, "{\"changes\":{\"u\":[]}}"),
  ])
  func workspaceEditsAreOfTheClientsForm(isVersioned: Bool, json: String) {
    #expect(
      text(WorkspaceEdit(uri: "u", version: nil, edits: [], isVersioned: isVersioned)) == json)
  }

  @Test func capabilitiesAreSetByPath() {
    var capabilities = ServerCapabilities(.utf8)
    capabilities.set("a", to: .bool(true))
    capabilities.set("b.c", to: .bool(false))
    capabilities.set("a.d", to: DidChangeNotification.options)
    #expect(
      text(capabilities) == "{\"positionEncoding\":\"utf-8\",\"a\":{\"d\":2},\"b\":{\"c\":false}}")
  }

  @Test func aReportLeavesOutWhatTheClientHas() {
    let items = Array("[]".utf8)
    let full = DiagnosticReport(items: items, resultID: "x", previousResultID: nil)
    #expect(text(full) == "{\"kind\":\"full\",\"resultId\":\"x\",\"items\":[]}")
    let same = DiagnosticReport(items: items, resultID: "x", previousResultID: "x")
    #expect(text(same) == "{\"kind\":\"unchanged\",\"resultId\":\"x\"}")
  }
}
