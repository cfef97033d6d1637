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
  /// Answers a request.
  static func answer(
    _ json: JSONValue, _ session: inout Session, id: RequestID
  ) throws(ResponseError) -> EncodedAnswer {
    let params: Message.Params
    do throws(InvalidParams) { params = try Message.Params(json) } catch {
      throw .invalidParams(error.message)
    }
    switch try answer(params, &session) {
    case .now(let result):
      return .content(MessageEncoder.response(id: id) { result.write(to: &$0) })
    case .later(let job): return .job(job)
    }
  }
}

/// The content of an answer, or a job that makes it.
enum EncodedAnswer {
  case content([UInt8])
  case job(Job)
}
