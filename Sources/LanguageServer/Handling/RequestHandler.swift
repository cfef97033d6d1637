import JSONText
import MessageStream
import ProtocolTypes

/// Answers the requests of one method.
protocol RequestHandler: MessageHandler where Message: Request {
  typealias Reply = Answer<Message.Result>
  typealias Failure = ResponseError
  /// Answers a request.
  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply
}

extension RequestHandler {
  /// Prepares the answer to a request.
  static func answer(_ json: JSONValue, _ session: inout Session) throws(Failure) -> Job {
    let params: Params
    do throws(InvalidParams) { params = try Params(json) } catch {
      throw ResponseError(.invalidParams, error.message)
    }
    return try answer(params, &session).job
  }
}
