import ProtocolTypes

/// Handles the messages of one method.
protocol MessageHandler: SendableMetatype {
  /// The message's type, which has the method's name.
  associatedtype Message: ClientMessage
  typealias Params = Message.Params
  /// Whether the server offers the method to the session's client.
  static func isOffered(in session: Session) -> Bool
}

extension MessageHandler {
  static var method: String { Message.method }

  static func isOffered(in session: Session) -> Bool { true }

  /// Adds what the server says of the method.
  static func declare(in capabilities: inout ServerCapabilities, for session: Session) {
    let options = isOffered(in: session) ? Message.options : Message.optionsIfNotOffered
    if let path = Message.capability, let options { capabilities.set(path, to: options) }
  }
}
