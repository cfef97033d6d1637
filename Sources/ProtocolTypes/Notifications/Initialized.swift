/// LSP 3.17 *initialized*.
package enum InitializedNotification: Notification {
  package static let method = "initialized"
}
