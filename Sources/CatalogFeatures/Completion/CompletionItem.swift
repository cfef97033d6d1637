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
  /// More about it, in Markdown.
  package var documentation = ""
  /// What the editor compares with what was typed.
  package var filterText: String
  /// The text to put in.
  package var newText: String
  /// Whether the text has LSP's snippet placeholders.
  package var isSnippet = false

  /// A text that an editor takes for an answer to what was typed: editors compare letter by letter,
  /// so where the label was found in another way it is what was typed itself.
  static func filterText(of label: String, for typed: String) -> String {
    label.lowercased().hasPrefix(typed.lowercased()) ? label : typed
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
