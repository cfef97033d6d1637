import JSONText
import MessageStream

/// How messages find their handlers.
extension Session {
  /// The content of an answer, or what makes it.
  enum Answer {
    case content([UInt8])
    case job(Job)
  }

  /// Answers a request, or prepares its answer.
  mutating func answer(
    _ request: JobQueue.Request, _ params: JSONValue
  ) throws(ResponseError) -> Answer {
    try checkPhase(request.method)
    if let prepare = Handler.preparations[request.method] {
      return .job(try prepare(params, &self))
    }
    guard let answer = Handler.answers[request.method] else {
      throw .methodNotFound(request.method)
    }
    return .content(
      try MessageEncoder.response(id: request.id) { writer throws(ResponseError) in
        try answer(params, &self, &writer)
      })
  }

  /// Takes a notification; one that nobody knows, or that comes too early or late, says nothing.
  mutating func take(_ method: String, _ params: JSONValue) {
    if phase == .running { Handler.notifications[method]?(params, &self) }
  }

  /// LSP 3.17 *Lifecycle Messages*: `initialize` first and once, nothing after `shutdown`.
  private func checkPhase(_ method: String) throws(ResponseError) {
    switch phase {
    case .new where method != "initialize": throw .serverNotInitialized
    case .running where method == "initialize":
      throw .invalidRequest("initialize may come only once")
    case .shutDown: throw .invalidRequest("The server is shut down")
    case .new, .running: break
    }
  }
}
