import CatalogFeatures
import CatalogModel
import CatalogSchema
import ProtocolTypes

/// LSP 3.17 *textDocument/formatting*.
enum FormattingHandler: RequestHandler {
  typealias Message = FormattingRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    .formatting(try session.snapshot(params.uri))
  }
}

extension Answer<[DocumentEdit]> {
  /// Formats some lines of a document; nil for all.
  static func formatting(
    _ document: DocumentSnapshot, lines: [Range<Int>?] = [nil]
  ) -> Answer {
    if !document.document.isEditable { return .now([]) }
    return .items(byteCount: document.byteCount) { edits throws(Interrupted) in
      let catalog = document.catalog
      let style = catalog.configuration.style
      for lines in lines {
        let range = try Formatting.edits(
          in: catalog, style: style, lines: lines, edits.interruption)
        for edit in range { try edits.append(document.edit(edit)) }
      }
    }
  }
}
