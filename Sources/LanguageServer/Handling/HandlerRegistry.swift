import ProtocolTypes

/// The handlers of a server by their methods.
struct HandlerRegistry: Sendable {
  /// The handlers, in the order of the capabilities.
  let handlers: [any MessageHandler.Type]
  let requests: [String: any RequestHandler.Type]
  let notifications: [String: any NotificationHandler.Type]

  /// A registry of handlers; of two with the same method, the last is used.
  init(_ handlers: [any MessageHandler.Type]) {
    self.handlers = handlers
    requests = Self.byMethod(handlers.compactMap { $0 as? any RequestHandler.Type }) { $0.method }
    notifications = Self.byMethod(
      handlers.compactMap { $0 as? any NotificationHandler.Type }
    ) { $0.method }
  }

  private static func byMethod<Handler>(
    _ handlers: [Handler], _ method: (Handler) -> String
  ) -> [String: Handler] {
    Dictionary(handlers.map { (method($0), $0) }, uniquingKeysWith: { $1 })
  }

  /// What the server can do for a session's client.
  func capabilities(for session: Session) -> ServerCapabilities {
    var capabilities = ServerCapabilities(session.encoding)
    for handler in handlers { handler.declare(in: &capabilities, for: session) }
    return capabilities
  }
}
