import CatalogFeatures
import ProtocolTypes

/// LSP 3.17 *textDocument/selectionRange*: an item, its cell, the row, the table.
enum SelectionRangeHandler: RequestHandler {
  typealias Message = SelectionRangeRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let document = try session.snapshot(params.uri)
    return .now(
      params.positions.map { position in
        let position = document.position(position)
        let ranges = SelectionSteps.ranges(at: position, in: document.catalog)
        let found = ranges.isEmpty ? [position..<position] : ranges
        return .init(ranges: found.map { document.range($0) })
      })
  }
}
