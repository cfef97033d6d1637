import JSONText
import ProtocolTypes

/// Handles the notifications of one method.
protocol NotificationHandler: MessageHandler where Message: ProtocolTypes.Notification {
  /// Takes a notification.
  static func take(_ params: Params, _ session: inout Session)
}

extension NotificationHandler {
  /// Takes a notification; one with invalid parameters is ignored.
  static func take(_ json: JSONValue, _ session: inout Session) {
    if let params = try? Message.Params(json) { take(params, &session) }
  }
}
