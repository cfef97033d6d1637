import CatalogSchema
import JSONText
import MessageStream
import ProtocolTypes
import System

/// LSP 3.17 *initialize*: what each side can do.
enum InitializeHandler {
  /// Of the encodings offered, the one that costs least.
  private static let preference: [PositionEncoding] = [.utf8, .utf32, .utf16]

  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session, _ writer: inout JSONWriter
  ) throws(ResponseError) {
    session.client = ClientCapabilities(params["capabilities"])
    session.settings = ClientSettings(params["initializationOptions"])
    session.end(withProcess: params["processId"]?.int)
    let folder = params["workspaceFolders"]?.array?.first?["uri"] ?? params["rootUri"]
    session.rootPath = folder?.string.flatMap(FileURI.path) ?? params["rootPath"]?.string
    let offered = session.client.positionEncodings
    let encoding = preference.first { offered.contains($0.rawValue) } ?? .utf16
    session.converter = PositionConverter(encoding: encoding)
    session.phase = .running
    writer.write(
      .object([
        ("capabilities", ServerCapabilities.value(encoding, session.client, session.settings)),
        (
          "serverInfo",
          .object([("name", .string("mdcatalog")), ("version", .string(Version.current))])
        ),
      ]))
  }
}
