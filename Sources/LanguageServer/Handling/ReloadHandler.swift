/// Re-reads the configuration files, whatever the notification says.
protocol ReloadHandler: NotificationHandler {}

extension ReloadHandler {
  static func take(_ params: Params, _ session: inout Session) { session.reloadConfigurations() }
}
