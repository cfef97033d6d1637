import JSONText
import MessageStream
import ProtocolTypes

/// LSP 3.17 *shutdown*: nothing but `exit` may follow.
enum ShutdownHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    session.phase = .shutDown
    session.documents = [:]
    return Handler.null
  }
}
