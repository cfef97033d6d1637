/// LSP 3.17 *workspace/didChangeConfiguration*.
package enum DidChangeConfigurationNotification: Notification {
  package static let method = "workspace/didChangeConfiguration"
}
