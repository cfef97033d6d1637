import CatalogModel
import JSONText
import ProtocolTypes

@testable import LanguageServer
@testable import MessageStream

/// Bytes as a stream of frames for a new session, and their parts as contents of frames for a
/// session that has begun.
enum MessagesTarget {
  static func run(_ input: ContiguousArray<UInt8>) {
    let frames = frames(input, pieceByteCount: 1 << 12)
    require(frames == self.frames(input, pieceByteCount: 3), "it is the same wherever it is cut")
    var conversation = Conversation()
    for context in frames { conversation.take(context) }
    conversation = .begun
    for part in parts(input) { conversation.take(.content(ContiguousArray(part))) }
  }

  private static func frames(
    _ input: ContiguousArray<UInt8>, pieceByteCount: Int
  ) -> [FrameDecoder.Frame] {
    var limits = MessageLimits()
    limits.headerByteCountMax = 128
    limits.contentByteCountMax = 1 << 12
    var decoder = FrameDecoder(limits: limits)
    var start = 0
    var frames: [FrameDecoder.Frame] = []
    while let context = unsafe decoder.next(from: { memory in
      let count = min(pieceByteCount, memory.count, input.count - start)
      for index in 0..<count { unsafe memory[index] = input[start + index] }
      start += count
      return count
    }) {
      frames.append(context)
    }
    return frames
  }
}

extension Conversation {
  /// A client with many capabilities has opened a document.
  fileprivate static let begun: Conversation = {
    var conversation = Conversation(client: "utf-16")
    conversation.open(
      "file:///a.md",
      ContiguousArray(
        """
        | Dataset | Description | Task | Modality | Dim. |
        |---|---|---|---|---|
        | [B](https://b.org) | see A | Segmentaton | CT/MRI | 2D
        | [A](https://a.org) | ä | Detection | CT | 2D |
        """.utf8))
    return conversation
  }()
}

/// A session without threads: every request has one answer, every message is JSON.
struct Conversation {
  private var dispatcher = Dispatcher()
  var session: Session { dispatcher.session }

  init() {}

  /// A session of a client with many capabilities.
  init(client encoding: String) {
    let message = """
      {"id":0,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":\
      ["\(encoding)"]},"textDocument":{"hover":{"contentFormat":["markdown"]},"completion":\
      {"completionItem":{"snippetSupport":true}},"codeAction":{"codeActionLiteralSupport":\
      {"codeActionKind":{"valueSet":["quickfix","source"]}},"dataSupport":true,"resolveSupport":\
      {"properties":["edit"]}},"documentSymbol":{"hierarchicalDocumentSymbolSupport":true},\
      "rangeFormatting":{"rangesSupport":true},"diagnostic":{"relatedDocumentSupport":true}}},\
      "initializationOptions":{"columnHints":true,"formatOnSave":true}}}
      """
    take(.content(ContiguousArray(message.utf8)))
  }

  mutating func open(_ uri: String, _ text: ContiguousArray<UInt8>) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("uri")
    writer.string(uri)
    writer.key("version")
    writer.int(1)
    writer.key("text")
    writer.string(String(decoding: text, as: UTF8.self))
    writer.endObject()
    let message =
      Array("{\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":".utf8)
      + writer.bytes + Array("}}".utf8)
    take(.content(ContiguousArray(message)))
  }

  mutating func take(_ context: FrameDecoder.Frame) {
    switch InputReader.item(context) {
    case .message(.request(let id, let method, let params, let cancellation), _):
      _ = ask(JobQueue.Request(id: id, method: method, cancellation: cancellation), params)
    case .message(.notification(let method, let params), _): dispatcher.take(method, params)
    case .message(.response, _), .undecodable, .broken: break
    }
    while dispatcher.session.publishNext() || dispatcher.session.prepareNext() {}
    for message in dispatcher.session.takeOutgoing() { _ = Self.read(message.content) }
  }

  /// The checked answer to a request.
  mutating func ask(_ request: JobQueue.Request, _ params: JSONValue) -> JSONValue {
    let message = Self.read(answer(request, params))
    require(message["id"].flatMap(RequestID.init) == request.id, "an answer has its request's id")
    require((message["result"] == nil) != (message["error"] == nil), "a result or an error")
    return message
  }

  private mutating func answer(_ request: JobQueue.Request, _ params: JSONValue) -> [UInt8] {
    do throws(ResponseError) {
      return try dispatcher.answer(request, params).answer(id: request.id, .never) ?? []
    } catch {
      return MessageEncoder.error(id: request.id, error)
    }
  }

  private static func read(_ content: [UInt8]) -> JSONValue {
    do {
      return try JSONReader.parse(content)
    } catch {
      require(false, "a message is JSON: \(String(decoding: content, as: UTF8.self))")
      return .null
    }
  }
}

extension JSONValue {
  static var null: JSONValue { JSONValue(.null) }
}
