import CatalogFeatures
import CatalogModel
import ProtocolTypes

/// LSP 3.17 *textDocument/hover*.
enum HoverHandler: RequestHandler {
  typealias Message = HoverRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let place = try session.place(params)
    let isMarkdown = session.client.hasMarkdownHovers
    return .later(byteCount: place.byteCount) { interruption throws(Interrupted) in
      let hover = try Hover.card(at: place.position, in: place.catalog, interruption)
      return hover.map { hover in
        let text = isMarkdown ? hover.markdown : hover.plainText
        return .init(
          contents: MarkupContent(
            kind: isMarkdown ? .markdown : .plainText,
            value: text.cut(toByteCount: ServerLimits.hoverByteCountMax)),
          range: place.document.range(hover.line, hover.byteColumns))
      }
    }
  }
}
