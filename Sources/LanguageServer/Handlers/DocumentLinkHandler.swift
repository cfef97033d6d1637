import CatalogFeatures
import CatalogModel
import ProtocolTypes

/// LSP 3.17 *textDocument/documentLink*: the first links of the rows.
enum DocumentLinkHandler: RequestHandler {
  typealias Message = DocumentLinkRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let document = try session.snapshot(params.uri)
    return .items(byteCount: document.byteCount) { links throws(Interrupted) in
      for link in try CatalogLinks.links(of: document.catalog, links.interruption) {
        let range = document.range(link.line, link.byteColumns)
        try links.append(.init(range: range, target: link.target))
      }
    }
  }
}
