import JSONText
import MessageStream

/// LSP 3.17 *shutdown*: nothing but `exit` may follow.
enum ShutdownHandler {
  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session, _ writer: inout JSONWriter
  ) throws(ResponseError) {
    session.phase = .shutDown
    session.documents = [:]
    session.configurations.texts = [:]
    writer.null()
  }
}
