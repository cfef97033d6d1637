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
