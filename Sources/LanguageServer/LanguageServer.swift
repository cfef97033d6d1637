import JSONText
import MessageStream
import ProtocolTypes

/// The language server: takes messages in order, one at a time, and sends diagnostics when no
/// message waits, so that a burst of edits is answered once.
package struct LanguageServer {
  /// What the command line asks for.
  package struct Options: Sendable {
    /// Where to write what happens.
    package var logPath: String?
    /// The process to end with.
    package var clientProcessID: Int?

    /// Options from their parts.
    package init(logPath: String? = nil, clientProcessID: Int? = nil) {
      self.logPath = logPath
      self.clientProcessID = clientProcessID
    }
  }

  /// Milliseconds to wait for the client to read what is left, at the end.
  private static let farewellMilliseconds = 1000

  private let queue = MessageQueue()
  private let output: OutputWriter
  private let log: ServerLog
  private var session = Session()

  /// A server on two descriptors.
  package init(input: Int32 = 0, output: Int32 = 1, options: Options = Options()) {
    self.output = OutputWriter(descriptor: output)
    log = ServerLog(path: options.logPath)
    CrashNote.install(logDescriptor: log.descriptor)
    InputReader(descriptor: input, queue: queue).start()
    ParentWatch.start(options.clientProcessID)
  }

  /// Serves until the client says `exit` or goes; returns the process's exit code.
  package mutating func run() -> Int32 {
    defer { output.flushAndClose(withinMilliseconds: Self.farewellMilliseconds) }
    while true {
      if queue.isEmpty { publish() }
      guard let item = queue.next(), !output.isBroken else {
        return session.phase == .shutDown ? 0 : 1
      }
      if case .message(.notification("exit", _), _) = item {
        return session.phase == .shutDown ? 0 : 1
      }
      handle(item)
    }
  }

  private mutating func handle(_ item: QueueItem) {
    switch item {
    case .broken(let reason):
      log.write("broken frame: \(reason)")
      output.send(MessageEncoder.error(id: nil, .parseError(reason)))
    case .undecodable(let message):
      log.write("undecodable message: \(message.error.message)")
      output.send(MessageEncoder.error(id: message.id, message.error))
    case .message(.request(let id, let method, let params), let byteCount):
      let number = String(decoding: JSONWriter.bytes(of: id.json), as: UTF8.self)
      CrashNote.set(method: method, id: number, byteCount: byteCount)
      log.write("request \(method) \(number)")
      answer(id, method, params)
    case .message(.notification(let method, let params), let byteCount):
      CrashNote.set(method: method, id: "-", byteCount: byteCount)
      log.write("notification \(method)")
      if session.phase == .running { Handler.notifications[method]?(params, &session) }
    case .message(.response, _): break
    }
    sendOutgoing()
  }

  private mutating func answer(_ id: RequestID, _ method: String, _ params: JSONValue) {
    let isCancelled = queue.takeCancellation(id)
    do throws(ResponseError) {
      if isCancelled { throw .requestCancelled }
      output.send(MessageEncoder.response(id: id, result: try result(of: method, params)))
    } catch {
      output.send(MessageEncoder.error(id: id, error))
    }
  }

  private mutating func result(
    of method: String, _ params: JSONValue
  ) throws(ResponseError) -> [UInt8] {
    try checkPhase(method)
    guard let handler = Handler.requests[method] else { throw .methodNotFound(method) }
    return try handler(params, &session)
  }

  /// LSP 3.17 *Lifecycle Messages*: `initialize` first and once, nothing after `shutdown`.
  private func checkPhase(_ method: String) throws(ResponseError) {
    switch session.phase {
    case .new where method != "initialize": throw .serverNotInitialized
    case .running where method == "initialize":
      throw .invalidRequest("initialize may come only once")
    case .shutDown: throw .invalidRequest("The server is shut down")
    case .new, .running: break
    }
  }

  private mutating func sendOutgoing() {
    for content in session.outgoing { output.send(content) }
    session.outgoing = []
  }

  /// Pushes the diagnostics of changed documents, to clients that do not pull.
  private mutating func publish() {
    guard session.phase == .running, !session.client.pullsDiagnostics else { return }
    for (uri, document) in session.documents where document.needsDiagnostics {
      session.documents[uri]?.needsDiagnostics = false
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("uri")
      writer.string(uri)
      if let version = document.version {
        writer.key("version")
        writer.int(version)
      }
      writer.key("diagnostics")
      writer.raw(DiagnosticWriter.items(of: document, session.converter, session.client))
      writer.endObject()
      session.notify("textDocument/publishDiagnostics", writer.bytes)
    }
    sendOutgoing()
  }
}
