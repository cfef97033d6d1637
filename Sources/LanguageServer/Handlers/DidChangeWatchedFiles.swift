import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import ProtocolTypes

/// LSP 3.17 *workspace/didChangeWatchedFiles*.
enum DidChangeWatchedFilesHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    session.reloadConfigurations()
    if session.client.refreshesDiagnostics {
      session.request("workspace/diagnostic/refresh", Handler.null)
    }
  }
}
