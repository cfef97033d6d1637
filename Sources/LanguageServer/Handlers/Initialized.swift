import ConfigurationFiles
import JSONText
import ProtocolTypes

/// LSP 3.17 *initialized*: asks to be told when configuration files change.
enum InitializedHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    guard session.client.registersFileWatchers else { return }
    let watcher = JSONValue.object([
      ("globPattern", .string("**/\(ConfigurationFile.name)"))
    ])
    let registration = JSONValue.object([
      ("id", .string("mdcatalog-configuration")),
      ("method", .string("workspace/didChangeWatchedFiles")),
      ("registerOptions", .object([("watchers", .array([watcher]))])),
    ])
    session.request(
      "client/registerCapability", .object([("registrations", .array([registration]))]))
  }
}
