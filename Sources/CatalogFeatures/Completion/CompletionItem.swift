/// A text to insert at the cursor.
package struct CompletionItem: Sendable {
  /// What the item is, for the icon.
  package enum Kind: Sendable {
    case term, dataset, row, column
  }

  /// The text in the list.
  package var label: String
  /// What it is.
  package var kind: Kind
  /// A few words next to the label.
  package var detail: String
  /// More about it.
  var documentation: [CardLine] = []
  /// The text that the editor compares with what was typed.
  package var filterText: String
  /// The text to insert.
  package var newText: String
  /// Whether the text has LSP's snippet placeholders.
  package var isSnippet = false

  /// More about it, as Markdown or as plain text.
  package func documentation(asMarkdown isMarkdown: Bool) -> String {
    documentation.map { isMarkdown ? $0.markdown : $0.plainText }.joined(separator: "\n\n")
  }

  /// The label, or what was typed if an editor would drop the label: editors look for the typed
  /// letters in their order.
  static func filterText(of label: String, for typed: String) -> String {
    var rest = label.lowercased().unicodeScalars[...]
    for letter in typed.lowercased().unicodeScalars {
      guard let place = rest.firstIndex(of: letter) else { return typed }
      rest = rest[rest.index(after: place)...]
    }
    return label
  }
}

/// The items for a place, all of which replace the same range.
package struct CompletionList: Sendable {
  /// The line of the place.
  package var line: Int
  /// What is replaced, in bytes of the line; contains the cursor.
  package var byteColumns: Range<Int>
  /// The items, the best first.
  package var items: [CompletionItem]
}
