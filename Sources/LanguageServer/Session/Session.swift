import MessageStream
import ProtocolTypes

/// The state of a session: its client and its documents. Handlers change it one at a time.
struct Session {
  /// The phase of a session (LSP 3.17 *Lifecycle Messages*).
  enum Phase { case new, running, shutDown }

  var phase = Phase.new
  var client = ClientCapabilities()
  var settings = ClientSettings()
  /// The process to end with, until it is watched.
  var clientProcessID: Int?
  /// The path of the folder that is open in the client.
  var rootPath: String?
  var encoding = PositionEncoding.utf16
  /// The open catalogs, by URI.
  var documents: [String: Document] = [:]
  var configurations = ConfigurationStore()
  /// Messages to send after the handler.
  private(set) var outgoing: [Outgoing] = []
  private var nextRequestNumber = 1
  /// What the server can do for a session's client.
  let capabilities: @Sendable (Session) -> ServerCapabilities

  /// A message, and its subject if a newer message about that replaces it.
  struct Outgoing {
    var content: [UInt8]
    var subject: String?
  }

  /// A session that has not begun.
  init(capabilities: @escaping @Sendable (Session) -> ServerCapabilities) {
    self.capabilities = capabilities
  }

  // MARK: Documents

  /// A document that a request names, updated.
  mutating func snapshot(_ uri: String) throws(ResponseError) -> DocumentSnapshot {
    guard let snapshot = snapshotIfOpen(uri) else {
      throw ResponseError(.invalidParams, "The document is not open: \(uri)")
    }
    return snapshot
  }

  /// A document, updated; nil where it is not open.
  mutating func snapshotIfOpen(_ uri: String) -> DocumentSnapshot? {
    documents[uri]?.prepare()
    return documents[uri].map { DocumentSnapshot(document: $0, client: client) }
  }

  /// All open documents, updated, sorted by URI.
  mutating func snapshots() -> [DocumentSnapshot] {
    documents.keys.sorted().compactMap { snapshotIfOpen($0) }
  }

  /// The position that a request names.
  mutating func place(_ params: PositionParams) throws(ResponseError) -> DocumentPlace {
    documents[params.uri]?.isAskedAbout = true
    let document = try snapshot(params.uri)
    return DocumentPlace(document: document, position: document.position(params.position))
  }

  // MARK: Sending

  /// Publishes a document's diagnostics after the handler.
  mutating func publish(_ items: DiagnosticItems, of uri: String, version: Int?) {
    let params = PublishDiagnosticsParams(uri: uri, version: version, items: items.json)
    let content = MessageEncoder.call(PublishDiagnosticsParams.method) { params.write(to: &$0) }
    outgoing.append(Outgoing(content: content, subject: uri))
  }

  /// Shows the user an error after the handler.
  mutating func showError(_ message: String) {
    let params = ShowErrorParams(message: message)
    let content = MessageEncoder.call(ShowErrorParams.method) { params.write(to: &$0) }
    outgoing.append(Outgoing(content: content))
  }

  /// Sends a request after the handler; the answer is ignored.
  mutating func request(_ method: String, _ params: (any JSONEncodable)? = nil) {
    let id = RequestID.string("mdcatalog-\(nextRequestNumber)")
    nextRequestNumber += 1
    let content = MessageEncoder.call(
      id: id, method, params: params.map { params in { params.write(to: &$0) } })
    outgoing.append(Outgoing(content: content))
  }

  /// Removes and returns the messages to send.
  mutating func takeOutgoing() -> [Outgoing] {
    defer { outgoing = [] }
    return outgoing
  }
}
