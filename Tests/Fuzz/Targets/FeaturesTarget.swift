import CatalogModel
import JSONText
import LineStore
import ProtocolTypes

@testable import LanguageServer
@testable import MessageStream

/// Every request about a document, at any place of any text.
enum FeaturesTarget {
  private static let uri = "file:///nowhere/a.md"
  private static let encodings = ["utf-8", "utf-16", "utf-32"]
  private static let beginnings = encodings.map { Conversation(client: $0) }
  private static let notAsked: Set<String> = ["initialize", "shutdown", "codeAction/resolve"]
  private static let methods = HandlerRegistry.all.requests.keys.sorted()
    .filter { !notAsked.contains($0) }

  static func run(_ input: ContiguousArray<UInt8>) {
    var input = input
    let checks = Checks(takenFrom: &input)
    let parts = parts(input)
    let numbers = parts.dropFirst().first.map(Array.init) ?? []
    func number(_ index: Int) -> Int { index < numbers.count ? Int(numbers[index]) - 8 : 0 }
    var client = Client(beginnings[(number(4) + 8) % encodings.count], uri: uri)
    client.open(repaired(parts[0]))
    let place = "{\"line\":\(number(0)),\"character\":\(number(1))}"
    let end = "{\"line\":\(number(0) + number(2)),\"character\":\(number(1) + number(3))}"
    let range = "{\"start\":\(place),\"end\":\(end)}"
    let only = number(5) > 0 ? ",\"only\":[\"source.fixAll\",\"quickfix\"]" : ""
    let params = json(
      """
      {"textDocument":{"uri":"\(uri)"},"position":\(place),"positions":[\(place)],\
      "range":\(range),"ranges":[\(range)],"options":{"tabSize":4,"insertSpaces":true},\
      "context":{"includeDeclaration":true,"diagnostics":[]\(only)},\
      "query":"a","previousResultIds":[]}
      """)
    for (index, method) in methods.enumerated() where checks.contains(index, of: methods.count) {
      let result = client.ask(method, params)
      if method == "textDocument/codeAction" { client.resolve(result) }
      if method.lowercased().hasSuffix("formatting") { client.requireDisjoint(result) }
    }
  }

  private static func json(_ text: String) -> JSONValue {
    (try? JSONReader.parse(Array(text.utf8))) ?? .null
  }

  /// A client with one document.
  private struct Client {
    private var conversation: Conversation
    private let uri: String

    init(_ conversation: Conversation, uri: String) {
      self.conversation = conversation
      self.uri = uri
    }

    mutating func open(_ text: ContiguousArray<UInt8>) { conversation.open(uri, text) }

    /// The result of a request; all its ranges must be in the text.
    mutating func ask(_ method: String, _ params: JSONValue) -> JSONValue {
      let request = JobQueue.Request(
        id: .number(1), method: method, cancellation: Cancellation())
      let result = conversation.ask(request, params)["result"]
      require(result != nil, "\(method) succeeds")
      requireRanges(in: result ?? .null, method)
      return result ?? .null
    }

    mutating func resolve(_ actions: JSONValue) {
      for action in actions.array ?? [] where action["edit"] == nil {
        _ = ask("codeAction/resolve", action)
      }
    }

    /// Each range must be one that a client could send.
    private func requireRanges(in value: JSONValue, _ what: String) {
      if let range = try? DocumentRange(value), let document = conversation.session.documents[uri] {
        let again = document.range(document.range(range))
        require(
          again.start.line == range.start.line && again.start.character == range.start.character
            && again.end.line == range.end.line && again.end.character == range.end.character,
          "\(what): \(range) is in the text")
      }
      for member in value.object ?? [] { requireRanges(in: member.value, what) }
      for item in value.array ?? [] { requireRanges(in: item, what) }
    }

    /// Edits of a document do not overlap.
    func requireDisjoint(_ edits: JSONValue) {
      let ranges = (edits.array ?? []).compactMap { $0["range"].flatMap { try? DocumentRange($0) } }
      for (first, second) in zip(ranges, ranges.dropFirst()) {
        let isBefore =
          first.end.line < second.start.line
          || first.end.line == second.start.line && first.end.character <= second.start.character
        require(isBefore, "edits do not overlap")
      }
    }
  }
}
