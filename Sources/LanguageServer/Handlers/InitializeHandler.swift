import CatalogSchema
import ProtocolTypes
import System

/// LSP 3.17 *initialize*: what each side can do.
enum InitializeHandler: RequestHandler {
  typealias Message = InitializeRequest

  /// The encodings by their cost, the cheapest first.
  private static let preference: [PositionEncoding] = [.utf8, .utf32, .utf16]

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    session.client = params.capabilities
    session.settings = params.settings
    session.clientProcessID = params.processID
    session.rootPath = params.rootURI.flatMap(FileURI.path) ?? params.rootPath
    let encoding = preference.first(where: params.capabilities.positionEncodings.contains)
    session.encoding = encoding ?? .utf16
    session.phase = .running
    return .now(.init(capabilities: session.capabilities(session), version: Version.current))
  }
}
