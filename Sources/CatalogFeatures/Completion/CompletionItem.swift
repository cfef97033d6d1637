/// A text to put in at the cursor.
package struct CompletionItem: Sendable {
  /// What the item is, for the icon.
  package enum Kind: Sendable {
    case term, dataset, row
  }

  /// What is shown.
  package var label: String
  /// What it is.
  package var kind: Kind
  /// A few words beside the label.
  package var detail: String
  /// More about it.
  var documentation: [HoverLine] = []
  /// What the editor compares with what was typed.
  package var filterText: String
  /// The text to put in.
  package var newText: String
  /// Whether the text has LSP's snippet placeholders.
  package var isSnippet = false

  /// More about it, as Markdown or as plain text.
  package func documentation(asMarkdown isMarkdown: Bool) -> String {
    documentation.map { isMarkdown ? $0.markdown : $0.plainText }.joined(separator: "\n\n")
  }

  /// A text that an editor takes for an answer to what was typed: editors look for its letters in
  /// their order, so where the label lacks some it is what was typed itself.
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
  /// What is replaced, in bytes of the line; holds the cursor.
  package var byteColumns: Range<Int>
  /// The items, the best first.
  package var items: [CompletionItem]
}
