import CatalogModel
import ProtocolTypes

/// LSP 3.17 *textDocument/foldingRange*: one per table, up to the client's limit.
enum FoldingRangeHandler: RequestHandler {
  typealias Message = FoldingRangeRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let tables = try session.snapshot(params.uri).catalog.tables
    let countMax = session.client.foldingRangeCountMax
    // No text is read: a table knows its lines.
    return .items(byteCount: 0) { ranges throws(Interrupted) in
      for table in tables.prefix(countMax) where table.lines.count > 1 {
        try ranges.append(
          .init(startLine: table.headerLine, endLine: table.endLine - 1, kind: .region))
      }
    }
  }
}
