import ProtocolTypes

/// LSP 3.17 *shutdown*: only `exit` may follow.
enum ShutdownHandler: RequestHandler {
  typealias Message = ShutdownRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    session.phase = .shutDown
    session.documents = [:]
    session.configurations.texts = [:]
    return .now(NullResult())
  }
}
