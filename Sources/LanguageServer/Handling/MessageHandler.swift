import JSONText
import MessageStream
import ProtocolTypes

/// Handles the messages of one method.
protocol MessageHandler: SendableMetatype {
  /// The message's type, which has the method's name.
  associatedtype Message: ClientMessage
  /// What the server says of the method in its capabilities; nil to leave it out.
  static func options(for session: Session) -> Message.Options?
}

extension MessageHandler where Message.Options == Bool {
  static func options(for session: Session) -> Bool? { true }
}

extension MessageHandler {
  static var method: String { Message.method }

  /// Adds what the server says of the method.
  static func declare(in capabilities: inout ServerCapabilities, for session: Session) {
    if let path = Message.capability, let options = options(for: session) {
      capabilities.set(path, to: options)
    }
  }
}

/// Handles the notifications of one method.
protocol NotificationHandler: MessageHandler where Message: ProtocolTypes.Notification {
  /// Takes a notification.
  static func take(_ params: Message.Params, _ session: inout Session)
}

extension NotificationHandler {
  /// Takes a notification; one with invalid parameters is ignored.
  static func take(_ json: JSONValue, _ session: inout Session) {
    if let params = try? Message.Params(json) { take(params, &session) }
  }
}

/// Answers the requests of one method.
protocol RequestHandler: MessageHandler where Message: Request {
  /// Answers a request.
  static func answer(
    _ params: Message.Params, _ session: inout Session
  ) throws(ResponseError) -> Answer<Message.Result>
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
