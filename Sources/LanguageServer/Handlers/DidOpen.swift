import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import ProtocolTypes

/// LSP 3.17 *textDocument/didOpen*.
enum DidOpenHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    guard let item = params["textDocument"], let uri = item["uri"]?.string,
      let text = item["text"]?.string
    else { return }
    let file = session.configurationFile(ofURI: uri)
    session.documents[uri] = Document(
      uri: uri, version: item["version"]?.int,
      catalog: Catalog(
        utf8: ContiguousArray(text.utf8), configuration: file?.configuration ?? .standard),
      configurationSource: file?.source)
  }
}
