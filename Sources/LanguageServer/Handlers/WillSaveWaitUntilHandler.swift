import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/willSaveWaitUntil*: formats a document that is saved manually, if the
/// user's settings say so; most editors format on save themselves.
enum WillSaveWaitUntilHandler: RequestHandler {
  typealias Message = WillSaveWaitUntilRequest

  static func options(for session: Session) -> Bool? {
    session.settings.formatsOnSave ? true : nil
  }

  static func answer(
    _ params: WillSaveWaitUntilRequest.Params, _ session: inout Session
  ) throws(ResponseError) -> Answer<[DocumentEdit]> {
    let formats = session.settings.formatsOnSave && params.reason == .manual
    return .formatting(try session.snapshot(params.uri), lines: formats ? [nil] : [])
  }
}
