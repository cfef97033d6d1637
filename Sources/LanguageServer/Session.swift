import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// What the server knows of its client and its documents. Handlers work on it, one at a time.
struct Session {
  /// Where the conversation stands (LSP 3.17 *Lifecycle Messages*).
  enum Phase { case new, running, shutDown }

  var phase = Phase.new
  var client = ClientCapabilities()
  var converter = PositionConverter(encoding: .utf16)
  var documents: [String: Document] = [:]
  /// The configuration files in force, by path.
  var configurations: [String: ConfigurationFile] = [:]
  /// Contents of messages to send once the handler is done.
  var outgoing: [[UInt8]] = []
  private var nextRequestNumber = 1

  /// The document of `params.textDocument`.
  func document(_ params: JSONValue) throws(ResponseError) -> Document {
    guard let uri = params["textDocument"]?["uri"]?.string else {
      throw .invalidParams("textDocument.uri is missing")
    }
    guard let document = documents[uri] else {
      throw .invalidParams("The document is not open: \(uri)")
    }
    return document
  }

  /// The byte place of `params.position`.
  func place(_ params: JSONValue, in document: Document) throws(ResponseError) -> TextPosition {
    guard let position = Position(params["position"]) else {
      throw .invalidParams("position is missing")
    }
    return converter.place(position, in: document.catalog.text)
  }

  /// Sends a notification once the handler is done.
  mutating func notify(_ method: String, _ params: [UInt8]) {
    outgoing.append(MessageEncoder.notification(method, params: params))
  }

  /// Asks the client something; the answer is not waited for.
  mutating func request(_ method: String, _ params: [UInt8]) {
    outgoing.append(
      MessageEncoder.request(
        id: .string("mdcatalog-\(nextRequestNumber)"), method, params: params))
    nextRequestNumber += 1
  }

  // MARK: Configuration

  /// The configuration file above a document, in force: the last good state of one that is broken.
  mutating func configurationFile(ofURI uri: String) -> ConfigurationFile? {
    guard let path = FileURI.path(uri), let file = ConfigurationFile.above(path) else { return nil }
    remember(file)
    return configurations[file.path]
  }

  /// Takes a configuration file over and tells of its problems, where the client does not ask.
  private mutating func remember(_ file: ConfigurationFile) {
    let known = configurations[file.path]
    if known?.source == file.source, known != nil { return }
    var file = file
    if !file.problems.isEmpty, let known { file.configuration = known.configuration }
    configurations[file.path] = file
    if client.pullsDiagnostics { return }
    let content = DiagnosticWriter.configurationProblems(file, converter)
    notify("textDocument/publishDiagnostics", content)
  }

  /// Reads the configuration files again; documents whose configuration changed follow.
  mutating func reloadConfigurations() {
    for uri in documents.keys.sorted() {
      let file = configurationFile(ofURI: uri)
      if documents[uri]?.configurationSource == file?.source { continue }
      documents[uri]?.configurationSource = file?.source
      documents[uri]?.use(file?.configuration ?? .standard)
    }
  }
}
