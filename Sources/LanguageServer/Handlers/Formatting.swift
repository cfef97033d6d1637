import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import MessageStream

/// LSP 3.17 *textDocument/formatting*; the client's options have no say in tables.
enum FormattingHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    job(try session.document(params), session)
  }

  /// Formats some lines of a document, or all.
  static func job(_ document: Document, _ session: Session, lines: [Range<Int>]? = nil) -> Job {
    let catalog = document.catalog
    let edits = EditWriter(document, session)
    return Job(byteCount: catalog.text.byteCount) { writer, interruption throws(Interrupted) in
      let style = catalog.configuration.style
      var all = try lines == nil ? Formatting.edits(in: catalog, style: style, interruption) : []
      for range in lines ?? [] {
        all += try Formatting.edits(in: catalog, style: style, lines: range, interruption)
      }
      try edits.write(all, to: &writer, interruption)
    }
  }
}
