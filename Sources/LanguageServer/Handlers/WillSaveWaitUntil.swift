import JSONText
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/willSaveWaitUntil*: formats what is saved by hand, where the user asked
/// for it; most editors format on save themselves.
enum WillSaveWaitUntilHandler {
  /// LSP's `TextDocumentSaveReason`: saved by hand, not after a delay or as the focus went.
  private static let manualReason = 1

  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let isAsked = session.settings.formatsOnSave && params["reason"]?.int == manualReason
    return FormattingHandler.job(document, session, lines: isAsked ? nil : [])
  }
}
