import CatalogFeatures
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/selectionRange*: an item, its cell, the row, the table.
enum SelectionRangeHandler: RequestHandler {
  typealias Message = SelectionRangeRequest

  static func answer(
    _ params: SelectionRangeRequest.Params, _ session: inout Session
  ) throws(ResponseError) -> Answer<[SelectionRangeRequest.SelectionRange]> {
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
