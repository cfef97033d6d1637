import CatalogSchema
import MessageStream
import ProtocolTypes
import System

/// LSP 3.17 *initialize*: what each side can do.
enum InitializeHandler: RequestHandler {
  typealias Message = InitializeRequest

  /// The encodings by their cost, the cheapest first.
  private static let preference: [PositionEncoding] = [.utf8, .utf32, .utf16]

  static func answer(
    _ params: InitializeRequest.Params, _ session: inout Session
  ) throws(ResponseError) -> Answer<InitializeRequest.Result> {
    session.client = params.capabilities
    session.settings = params.settings
    session.end(withProcess: params.processID)
    session.rootPath = params.rootURI.flatMap(FileURI.path) ?? params.rootPath
    let encoding = preference.first(where: params.capabilities.positionEncodings.contains)
    session.converter = PositionConverter(encoding: encoding ?? .utf16)
    session.phase = .running
    return .now(.init(capabilities: session.capabilities, version: Version.current))
  }
}
