import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/completion*.
enum CompletionHandler {
  @Sendable static func prepare(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let place = try session.place(params, in: document)
    let (client, converter) = (session.client, session.converter)
    let catalog = document.catalog
    return Job(byteCount: catalog.text.byteCount(ofLine: place.line)) {
      writer, interruption throws(Interrupted) in
      guard
        let list = try Completion.items(
          at: place, in: catalog, withSnippets: client.hasSnippets, interruption)
      else { return writer.null() }
      let range = converter.range(list.line, list.byteColumns, in: catalog.text)
      writer.beginObject()
      writer.key("isIncomplete")
      writer.bool(true)
      writer.key("items")
      writer.beginArray()
      for (index, item) in list.items.enumerated() {
        write(item, index, DocumentEdit(range: range, newText: item.newText), client, &writer)
      }
      writer.endArray()
      writer.endObject()
    }
  }

  private static func write(
    _ item: CompletionItem, _ index: Int, _ edit: DocumentEdit, _ client: ClientCapabilities,
    _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("label")
    writer.string(item.label)
    writer.key("kind")
    writer.int(kind(item.kind))
    writer.key("detail")
    writer.string(item.detail)
    let documentation = item.documentation(asMarkdown: client.hasMarkdownCompletions)
    if !documentation.isEmpty {
      writer.key("documentation")
      writeText(documentation, client.hasMarkdownCompletions, &writer)
    }
    writer.key("sortText")
    let digits = String(index)
    writer.string(String(repeating: "0", count: max(0, 5 - digits.count)) + digits)
    writer.key("filterText")
    writer.string(item.filterText)
    if item.isSnippet {
      writer.key("insertTextFormat")
      writer.int(2)
    }
    writer.key("textEdit")
    edit.write(to: &writer)
    writer.endObject()
  }

  /// LSP's `CompletionItemKind`.
  private static func kind(_ kind: CompletionItem.Kind) -> Int {
    switch kind {
    case .term: 20
    case .dataset: 18
    case .row: 15
    }
  }

  /// Markdown to a client that takes it, else a plain string.
  private static func writeText(
    _ text: String, _ isMarkdown: Bool, _ writer: inout JSONWriter
  ) {
    guard isMarkdown else { return writer.string(text) }
    writer.beginObject()
    writer.key("kind")
    writer.string("markdown")
    writer.key("value")
    writer.string(text)
    writer.endObject()
  }
}
