/// LSP 3.17 *workspace/didChangeWatchedFiles*.
package enum DidChangeWatchedFilesNotification: Notification {
  package static let method = "workspace/didChangeWatchedFiles"
}
