import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import ProtocolTypes

/// LSP 3.17 *textDocument/didSave*: a saved configuration comes into force.
enum DidSaveHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    guard let uri = params["textDocument"]?["uri"]?.string,
      uri.hasSuffix("/" + ConfigurationFile.name)
    else { return }
    session.reloadConfigurations()
  }
}
