package import JSONText

/// LSP 3.17 *textDocument/completion*.
package enum CompletionRequest: Request {
  package static let method = "textDocument/completion"
  package static let capability: String? = "completionProvider"
  package typealias Params = PositionParams
  package typealias Result = List?

  /// LSP 3.17 *CompletionOptions*: a new cell, a new value and a link begin with these characters.
  package static let options = JSONValue.object([
    ("triggerCharacters", .array(["|", ",", "["].map { .string($0) })),
    ("resolveProvider", .bool(false)),
  ])

  /// LSP 3.17 *CompletionItemKind*: the kinds that are sent.
  package enum ItemKind: Int, JSONEncodable {
    case field = 5
    case snippet = 15
    case reference = 18
    case enumMember = 20
  }

  /// LSP 3.17 *InsertTextFormat*: the format that is sent.
  private enum InsertTextFormat: Int, JSONEncodable {
    case snippet = 2
  }

  /// LSP 3.17 *CompletionItem*.
  package struct Item: ObjectEncodable {
    /// The item as JSON.
    package let json: JSONObject

    /// An item from its parts; empty documentation is left out.
    package init(
      label: String, kind: ItemKind, detail: String, documentation: String, isMarkdown: Bool,
      sortText: String, filterText: String, isSnippet: Bool, textEdit: DocumentEdit
    ) {
      let text = documentation.isEmpty ? nil : documentation
      let markdown = text.map { MarkupContent(kind: .markdown, value: $0) }
      json = [
        "label": label, "kind": kind, "detail": detail,
        "documentation": isMarkdown ? markdown as any JSONEncodable : text,
        "sortText": sortText, "filterText": filterText,
        "insertTextFormat": isSnippet ? InsertTextFormat.snippet : nil, "textEdit": textEdit,
      ]
    }
  }

  /// LSP 3.17 *CompletionList*; always incomplete, so that the client asks again as more is typed.
  package struct List: ObjectEncodable {
    /// The list as JSON.
    package let json: JSONObject

    /// A list of items.
    package init(items: [Item]) { json = ["isIncomplete": true, "items": items] }
  }
}
