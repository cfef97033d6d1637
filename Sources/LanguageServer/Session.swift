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
  var settings = ClientSettings()
  /// The process to end with, until somebody watches it.
  private var clientProcessID: Int?
  /// The folder that is open in the client.
  var rootPath: String?
  var converter = PositionConverter(encoding: .utf16)
  /// The open catalogs, by URI.
  var documents: [String: Document] = [:]
  var configurations = ConfigurationStore()
  /// Messages to send once the handler is done.
  private(set) var outgoing: [Outgoing] = []
  private var nextRequestNumber = 1

  /// A message's content, and what it is about where a newer one makes it needless.
  struct Outgoing {
    var content: [UInt8]
    var subject: String?
  }

  // MARK: Parameters

  /// The URI of `params.textDocument`.
  func uri(_ params: JSONValue) throws(ResponseError) -> String {
    guard let uri = params["textDocument"]?["uri"]?.string else {
      throw .invalidParams("textDocument.uri is missing")
    }
    return uri
  }

  /// The document of `params.textDocument`, read by the configuration in force.
  mutating func document(_ params: JSONValue) throws(ResponseError) -> Document {
    let uri = try uri(params)
    documents[uri]?.prepare()
    if params["position"] != nil { documents[uri]?.isAskedAbout = true }
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

  /// The bytes of `params.range`.
  func range(
    _ params: JSONValue, in document: Document
  ) throws(ResponseError) -> Range<TextPosition> {
    guard let range = DocumentRange(params["range"]) else {
      throw .invalidParams("range is missing")
    }
    return converter.range(range, in: document.catalog.text)
  }

  /// Has the server end with a process.
  mutating func end(withProcess number: Int?) { clientProcessID = number }

  /// The process to end with, told once.
  mutating func takeClientProcessID() -> Int? {
    defer { clientProcessID = nil }
    return clientProcessID
  }

  // MARK: Sending

  /// Sends a notification once the handler is done.
  mutating func notify(
    _ method: String, about subject: String? = nil, _ params: (inout JSONWriter) -> Void
  ) {
    let content = MessageEncoder.notification(method, params: params)
    outgoing.append(Outgoing(content: content, subject: subject))
  }

  /// Asks the client something; the answer is not waited for.
  mutating func request(_ method: String, _ params: JSONValue? = nil) {
    let id = RequestID.string("mdcatalog-\(nextRequestNumber)")
    nextRequestNumber += 1
    outgoing.append(Outgoing(content: MessageEncoder.request(id: id, method, params: params)))
  }

  /// The messages to send, which are then forgotten.
  mutating func takeOutgoing() -> [Outgoing] {
    defer { outgoing = [] }
    return outgoing
  }
}
