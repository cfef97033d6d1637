import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import ProtocolTypes

/// LSP 3.17 *textDocument/didChange*: changes apply one after another.
enum DidChangeHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    guard let uri = params["textDocument"]?["uri"]?.string,
      var document = session.documents.removeValue(forKey: uri)
    else { return }
    for change in params["contentChanges"]?.array ?? [] {
      if let change = ContentChange(change) { document.apply(change, session.converter) }
    }
    document.version = params["textDocument"]?["version"]?.int ?? document.version
    session.documents[uri] = document
  }
}
