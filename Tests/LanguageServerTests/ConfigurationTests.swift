import Foundation
import JSONText
import Testing

@testable import LanguageServer

/// Documents are read by the configuration above them, however clients write their URIs.
@Suite struct ConfigurationTests {
  @Test(arguments: ["file://", "file:", "FILE://", "file://localhost"])
  func aConfigurationIsFound(start: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = #"{"rules": {"unformatted-table": "off"}}"#
    try Data(rules.utf8).write(to: folder.appending(path: ".mdcatalog.json"))
    var client = Client(Client.rich)
    client.open("| a | b |\n|---|---|\n| c  | d|\n| e | f |\n", uri: start + folder.path + "/a.md")
    let params = #"{"textDocument":{"uri":"\#(start)\#(folder.path)/a.md"}}"#
    #expect(client.result("textDocument/diagnostic", params)["items"]?.array?.isEmpty == true)
    client.open("| a | b |\n|---|---|\n| c  | d|\n| e | f |\n", uri: "file:///nowhere/a.md")
    let other = #"{"textDocument":{"uri":"file:///nowhere/a.md"}}"#
    let items = try #require(client.result("textDocument/diagnostic", other)["items"])
    #expect(items.strings("code") == ["unformatted-table"])
  }
}
