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
    var requests: [String: any RequestHandler.Type] = [:]
    var notifications: [String: any NotificationHandler.Type] = [:]
    for handler in handlers {
      requests[handler.method] = handler as? any RequestHandler.Type
      notifications[handler.method] = handler as? any NotificationHandler.Type
    }
    (self.requests, self.notifications) = (requests, notifications)
  }

  /// What the server can do for a session's client.
  func capabilities(for session: Session) -> ServerCapabilities {
    var capabilities = ServerCapabilities(session.encoding)
    for handler in handlers { handler.declare(in: &capabilities, for: session) }
    return capabilities
  }
}
