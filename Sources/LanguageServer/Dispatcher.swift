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

  /// Prepares the answer to a request.
  mutating func answer(
    _ request: JobQueue.Request, _ params: JSONValue
  ) throws(ResponseError) -> Job {
    try checkPhase(request.method)
    guard let handler = registry.requests[request.method] else {
      throw ResponseError(.methodNotFound, "Unknown method: \(request.method)")
    }
    return try handler.answer(params, &session)
  }

  /// Takes a notification; ignores an unknown one, and one that comes too early or late.
  mutating func take(_ method: String, _ params: JSONValue) {
    if session.phase == .running { registry.notifications[method]?.take(params, &session) }
  }

  /// LSP 3.17 *Lifecycle Messages*: `initialize` first and once, nothing after `shutdown`.
  private func checkPhase(_ method: String) throws(ResponseError) {
    switch session.phase {
    case .new where method != InitializeRequest.method:
      throw ResponseError(.serverNotInitialized, "The first request must be initialize")
    case .running where method == InitializeRequest.method:
      throw ResponseError(.invalidRequest, "initialize may be sent only once")
    case .shutDown: throw ResponseError(.invalidRequest, "The server is shut down")
    case .new, .running: break
    }
  }
}
