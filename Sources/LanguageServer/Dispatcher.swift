import JSONText
import MessageStream
import ProtocolTypes

/// Hands messages to their handlers.
struct Dispatcher {
  private let registry: HandlerRegistry
  var session: Session

  /// A dispatcher with a new session.
  init(_ registry: HandlerRegistry = .all) {
    self.registry = registry
    session = Session(capabilities: registry.capabilities)
  }

  /// Answers a request, or prepares its answer.
  mutating func answer(
    _ request: JobQueue.Request, _ params: JSONValue
  ) throws(ResponseError) -> EncodedAnswer {
    try checkPhase(request.method)
    guard let handler = registry.requests[request.method] else {
      throw .methodNotFound(request.method)
    }
    return try handler.answer(params, &session, id: request.id)
  }

  /// Takes a notification; ignores an unknown one, and one that comes too early or late.
  mutating func take(_ method: String, _ params: JSONValue) {
    if session.phase == .running { registry.notifications[method]?.take(params, &session) }
  }

  /// LSP 3.17 *Lifecycle Messages*: `initialize` first and once, nothing after `shutdown`.
  private func checkPhase(_ method: String) throws(ResponseError) {
    switch session.phase {
    case .new where method != InitializeRequest.method: throw .serverNotInitialized
    case .running where method == InitializeRequest.method:
      throw .invalidRequest("initialize may be sent only once")
    case .shutDown: throw .invalidRequest("The server is shut down")
    case .new, .running: break
    }
  }
}
