import CatalogFeatures
import CatalogModel
import ProtocolTypes

/// LSP 3.17 *textDocument/completion*.
enum CompletionHandler: RequestHandler {
  typealias Message = CompletionRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let place = try session.place(params)
    guard place.document.document.isEditable else { return .now(nil) }
    let client = session.client
    return .later(byteCount: place.byteCount) { interruption throws(Interrupted) in
      guard
        let list = try Completion.items(
          at: place.position, in: place.catalog, withSnippets: client.hasSnippets, interruption)
      else { return nil }
      let range = place.document.range(list.line, list.byteColumns)
      return .init(
        items: list.items.enumerated().map { index, item in
          .init(item, index, DocumentEdit(range: range, newText: item.newText), client)
        })
    }
  }
}

extension CompletionRequest.Item {
  /// The client's form of an item.
  fileprivate init(
    _ item: CompletionItem, _ index: Int, _ edit: DocumentEdit, _ client: ClientCapabilities
  ) {
    let digits = String(index)
    let isMarkdown = client.hasMarkdownCompletions
    self.init(
      label: DocumentSnapshot.shown(item.label), kind: .init(item.kind),
      detail: DocumentSnapshot.shown(item.detail),
      documentation: item.documentation(asMarkdown: isMarkdown), isMarkdown: isMarkdown,
      sortText: String(repeating: "0", count: max(0, 5 - digits.count)) + digits,
      filterText: item.filterText, isSnippet: item.isSnippet, textEdit: edit)
  }
}

extension CompletionRequest.ItemKind {
  fileprivate init(_ kind: CompletionItem.Kind) {
    self =
      switch kind {
      case .term: .enumMember
      case .dataset: .reference
      case .row: .snippet
      case .column: .field
      }
  }
}
