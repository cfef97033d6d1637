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
    let configuration = session.configuration(ofURI: uri)
    session.documents[uri] = Document(
      uri: uri, version: item["version"]?.int,
      catalog: Catalog(utf8: ContiguousArray(text.utf8), configuration: configuration))
  }
}

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

/// LSP 3.17 *textDocument/didSave*: a saved configuration comes into force.
enum DidSaveHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    guard let uri = params["textDocument"]?["uri"]?.string,
      uri.hasSuffix("/" + ConfigurationFile.name)
    else { return }
    session.reloadConfigurations()
  }
}

/// LSP 3.17 *textDocument/didClose*: its diagnostics go.
enum DidCloseHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    guard let uri = params["textDocument"]?["uri"]?.string,
      session.documents.removeValue(forKey: uri) != nil, !session.client.pullsDiagnostics
    else { return }
    let content = JSONValue.object([("uri", .string(uri)), ("diagnostics", .array([]))])
    session.notify("textDocument/publishDiagnostics", JSONWriter.bytes(of: content))
  }
}

/// LSP 3.17 *workspace/didChangeWatchedFiles*.
enum DidChangeWatchedFilesHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    session.reloadConfigurations()
    if session.client.refreshesDiagnostics {
      session.request("workspace/diagnostic/refresh", Handler.null)
    }
  }
}

/// LSP 3.17 *workspace/didChangeConfiguration*.
enum DidChangeConfigurationHandler {
  @Sendable static func handle(_ params: JSONValue, _ session: inout Session) {
    session.reloadConfigurations()
  }
}
