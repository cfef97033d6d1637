import ConfigurationFiles
import ProtocolTypes

/// LSP 3.17 *initialized*: registers a watcher of configuration files.
enum InitializedHandler: NotificationHandler {
  typealias Message = InitializedNotification

  static func take(_ params: Params, _ session: inout Session) {
    guard session.client.registersFileWatchers else { return }
    session.request(
      RegisterFileWatcherParams.method,
      RegisterFileWatcherParams(
        id: "mdcatalog-configuration", globPattern: "**/\(ConfigurationFile.name)"))
  }
}
