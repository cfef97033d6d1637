import CatalogModel
import JSONText

@testable import LanguageServer
@testable import MessageStream

/// A client and its server in one process, without threads: each request is answered at once.
struct Client {
  static let uri = "file:///nowhere/catalog.md"
  static let header =
    "| Dataset | Description | Labels / Task(s) | Image Type(s) | Dim. |\n|---|---|---|---|---|\n"
  /// A client that takes everything.
  static let rich = """
    {"general":{"positionEncodings":["utf-8"]},"textDocument":{"hover":{"contentFormat":\
    ["markdown"]},"completion":{"completionItem":{"snippetSupport":true}},"codeAction":\
    {"codeActionLiteralSupport":{},"dataSupport":true,"resolveSupport":{"properties":["edit"]}},\
    "documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"diagnostic":{},\
    "rangeFormatting":{"rangesSupport":true}}}
    """

  private(set) var dispatcher: Dispatcher
  /// The server's capabilities.
  private(set) var capabilities = JSONValue.null

  /// A client without a session.
  init(registry: HandlerRegistry = .all) { dispatcher = Dispatcher(registry) }

  /// A client that has begun a session.
  init(_ capabilities: String, settings: String = "{}", registry: HandlerRegistry = .all) {
    self.init(registry: registry)
    let params = "{\"capabilities\":\(capabilities),\"initializationOptions\":\(settings)}"
    self.capabilities = result("initialize", params)["capabilities"] ?? .null
  }

  /// Sends a notification.
  mutating func tell(_ method: String, _ params: String) {
    dispatcher.take(method, Self.json(params))
  }

  /// Opens a document.
  mutating func open(_ text: String, uri: String = Client.uri) {
    let item = JSONValue.object([("uri", .string(uri)), ("text", .string(text))])
    dispatcher.take("textDocument/didOpen", .object([("textDocument", item)]))
  }

  /// The answer to a request.
  mutating func answer(_ method: String, _ params: String) -> JSONValue {
    let request = JobQueue.Request(id: .number(1), method: method, cancellation: Cancellation())
    let content: [UInt8]
    do throws(ResponseError) {
      let job = try dispatcher.answer(request, Self.json(params))
      content = job.answer(id: request.id, .never) ?? []
    } catch {
      content = MessageEncoder.error(id: request.id, error)
    }
    return (try? JSONReader.parse(content)) ?? .null
  }

  /// The result of a request; null for an error.
  mutating func result(_ method: String, _ params: String) -> JSONValue {
    answer(method, params)["result"] ?? .null
  }

  /// The result of a request about the open document; `params` are members without braces.
  mutating func about(_ method: String, _ params: String = "") -> JSONValue {
    let document = "\"textDocument\":{\"uri\":\"\(Self.uri)\"}"
    return result("textDocument/" + method, "{\(document)\(params.isEmpty ? "" : ",")\(params)}")
  }

  /// The code of a request's error, nil for a result.
  mutating func errorCode(_ method: String, _ params: String) -> Int? {
    answer(method, params)["error"]?["code"]?.int
  }

  private static func json(_ text: String) -> JSONValue {
    (try? JSONReader.parse(Array(text.utf8))) ?? .null
  }
}

extension JSONValue {
  static var null: JSONValue { JSONValue(.null) }

  /// The JSON text.
  var text: String { String(decoding: JSONWriter.bytes(of: self), as: UTF8.self) }

  /// The strings of a member of each item.
  func strings(_ name: String) -> [String] { (array ?? []).compactMap { $0[name]?.string } }
}
