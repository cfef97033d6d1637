import ProtocolTypes

/// LSP 3.17 *textDocument/willSaveWaitUntil*: formats a document that is saved manually, if the
/// user's settings say so; most editors format on save themselves.
enum WillSaveWaitUntilHandler: RequestHandler {
  typealias Message = WillSaveWaitUntilRequest

  static func isOffered(in session: Session) -> Bool { session.settings.formatsOnSave }

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let formats = session.settings.formatsOnSave && params.isManual
    return .formatting(try session.snapshot(params.uri), lines: formats ? [nil] : [])
  }
}
