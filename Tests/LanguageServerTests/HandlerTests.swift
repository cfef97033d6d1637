import JSONText
import ProtocolTypes
import Testing

@testable import LanguageServer
@testable import MessageStream

/// What holds of every handler in the registry, and of one that is added.
@Suite struct HandlerTests {
  /// Parameters that fit every request.
  private static let params = """
    {"textDocument":{"uri":"\(Client.uri)"},"position":{"line":2,"character":4},\
    "positions":[{"line":2,"character":4}],"range":{"start":{"line":2,"character":0},"end":\
    {"line":3,"character":0}},"ranges":[],"reason":1,"context":{},"query":"a",\
    "data":{"uri":"\(Client.uri)","fixAll":true}}
    """
  private static let text = Client.header + "| [A](https://a.org) | x | Text | CT | 2D |\n"
  private static let withEcho = HandlerRegistry(HandlerRegistry.all.handlers + [EchoHandler.self])
  private static let lifecycle: Set<String> = ["initialize", "shutdown"]
  static let methods = withEcho.requests.keys.sorted().filter { !lifecycle.contains($0) }

  @Test func methodsAreUnique() {
    let registry = Self.withEcho
    #expect(registry.requests.count + registry.notifications.count == registry.handlers.count)
  }

  @Test(arguments: methods) func everyRequestIsAnswered(method: String) {
    var client = Client(Client.rich, registry: Self.withEcho)
    client.open(Self.text)
    let answer = client.answer(method, Self.params)
    #expect(answer["id"]?.int == 1 && answer["result"] != nil, "\(answer.text)")
  }

  @Test(arguments: methods) func everyRequestHasItsTime(method: String) {
    var client = Client(registry: Self.withEcho)
    #expect(client.errorCode(method, Self.params) == -32002)
    _ = client.result("initialize", "{}")
    _ = client.result("shutdown", "{}")
    #expect(client.errorCode(method, Self.params) == -32600)
  }

  @Test(arguments: methods.filter { $0 != "workspace/diagnostic" })
  func invalidParametersAreRefused(method: String) {
    var client = Client(Client.rich, registry: Self.withEcho)
    for params in ["null", "[]", "3", "{}", "{\"textDocument\":{\"uri\":3}}"] {
      #expect(client.errorCode(method, params) == -32602, "\(params)")
    }
  }

  @Test func everyCapabilityIsAnnounced() {
    let client = Client(
      Client.rich, settings: "{\"columnHints\":true,\"formatOnSave\":true}",
      registry: Self.withEcho)
    for handler in Self.withEcho.handlers {
      guard let path = handler.capability else { continue }
      let value = path.split(separator: ".").reduce(client.capabilities) { json, name in
        json?[String(name)]
      }
      #expect(value != nil, "\(handler.method): \(path)")
    }
  }

  @Test func aClientIsOfferedWhatItTakes() {
    let capabilities = Client("{}").capabilities
    for name in ["inlayHintProvider", "diagnosticProvider"] { #expect(capabilities[name] == nil) }
    #expect(capabilities["documentRangeFormattingProvider"]?.bool == true)
    #expect(capabilities["textDocumentSync"]?["willSaveWaitUntil"] == nil)
    #expect(capabilities["codeActionProvider"]?["resolveProvider"]?.bool == false)
  }

  @Test func aNewRequestIsOneHandlerAndOneEntry() {
    var client = Client("{}", registry: Self.withEcho)
    #expect(client.capabilities["experimental"]?["echo"]?.bool == true)
    #expect(client.result("test/echo", "{\"text\":\"é\"}").string == "é")
    #expect(client.errorCode("test/other", "{}") == -32601)
  }
}

/// A request that is added to the server.
private enum EchoRequest: Request {
  static let method = "test/echo"
  static let capability: String? = "experimental.echo"
  typealias Result = String

  struct Params: JSONDecodable {
    let text: String

    init(_ json: JSONValue) throws(InvalidParams) {
      guard let text = json["text"]?.string ?? json["query"]?.string else {
        throw InvalidParams("text is missing")
      }
      self.text = text
    }
  }
}

private enum EchoHandler: RequestHandler {
  typealias Message = EchoRequest

  static func answer(
    _ params: EchoRequest.Params, _ session: inout Session
  ) throws(ResponseError) -> Answer<String> { .now(params.text) }
}

extension MessageHandler {
  fileprivate static var capability: String? { Message.capability }
}
