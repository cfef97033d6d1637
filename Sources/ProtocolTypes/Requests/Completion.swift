package import JSONText

/// LSP 3.17 *textDocument/completion*.
package enum CompletionRequest: Request {
  package static let method = "textDocument/completion"
  package static let capability: String? = "completionProvider"
  package typealias Params = PositionParams

  /// LSP 3.17 *CompletionOptions*.
  package struct Options: CapabilityOptions {
    private let triggerCharacters: [String]

    /// Options from their parts.
    package init(triggerCharacters: [String]) { self.triggerCharacters = triggerCharacters }

    /// The options as JSON.
    package var json: JSONValue {
      .object([
        ("triggerCharacters", .array(triggerCharacters.map { .string($0) })),
        ("resolveProvider", .bool(false)),
      ])
    }
  }

  /// LSP 3.17 *CompletionItemKind*: the kinds that are sent.
  package enum ItemKind: Int, JSONEncodable {
    case snippet = 15
    case reference = 18
    case enumMember = 20
  }

  /// LSP 3.17 *InsertTextFormat*.
  package enum InsertTextFormat: Int, JSONEncodable {
    case plainText = 1
    case snippet = 2
  }

  /// LSP 3.17 *CompletionItem*.
  package struct Item: JSONEncodable {
    /// The text in the list.
    package var label: String
    /// The kind, shown as an icon.
    package var kind: ItemKind
    /// A few words next to the label.
    package var detail: String
    /// More about it, nil for nothing.
    package var documentation: Documentation?
    /// The place in the list, by the order of texts.
    package var sortText: String
    /// The text that is compared with what is typed.
    package var filterText: String
    /// Whether the edit's text is a snippet.
    package var insertTextFormat: InsertTextFormat
    /// The edit.
    package var textEdit: DocumentEdit

    /// An item from its parts.
    package init(
      label: String, kind: ItemKind, detail: String, documentation: Documentation?,
      sortText: String, filterText: String, insertTextFormat: InsertTextFormat,
      textEdit: DocumentEdit
    ) {
      self.label = label
      self.kind = kind
      self.detail = detail
      self.documentation = documentation
      self.sortText = sortText
      self.filterText = filterText
      self.insertTextFormat = insertTextFormat
      self.textEdit = textEdit
    }

    /// Writes the item.
    package func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("label", label)
        $0.member("kind", kind)
        $0.member("detail", detail)
        $0.member("documentation", ifPresent: documentation)
        $0.member("sortText", sortText)
        $0.member("filterText", filterText)
        if insertTextFormat != .plainText { $0.member("insertTextFormat", insertTextFormat) }
        $0.member("textEdit", textEdit)
      }
    }
  }

  /// The documentation of an item: Markdown for clients that take it.
  package enum Documentation: JSONEncodable {
    case markdown(String)
    case plainText(String)

    /// Writes the documentation.
    package func write(to writer: inout JSONWriter) {
      switch self {
      case .markdown(let text): MarkupContent(kind: .markdown, value: text).write(to: &writer)
      case .plainText(let text): writer.string(text)
      }
    }
  }

  /// LSP 3.17 *CompletionList*; always incomplete, so that the client asks again as more is typed.
  package struct List: JSONEncodable {
    private let items: [Item]

    /// A list of items.
    package init(items: [Item]) { self.items = items }

    /// Writes the list.
    package func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("isIncomplete", true)
        $0.member("items", items)
      }
    }
  }

  package typealias Result = List?
}
