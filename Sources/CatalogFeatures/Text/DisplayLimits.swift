/// Bounds of what is read and shown for one request; those of diagnostics are in `MessageLimits`.
enum DisplayLimits {
  // MARK: Text

  /// Characters of a name or label: card titles, symbol names, completion labels, inlay hints.
  static let nameLengthMax = 200
  /// Characters of the short text next to a name: symbol and completion details.
  static let detailLengthMax = 200
  /// Characters of a value or definition in a card.
  static let valueLengthMax = 2_000
  /// Bytes of a URL; longer ones are not offered as links.
  static let urlByteCountMax = 8_000
  /// Names or values in one line of a card.
  static let namedCountMax = 12
  /// Lines of a card.
  static let cardLineCountMax = 100

  // MARK: Search

  /// Bytes of a row's name that a search reads.
  static let searchedByteCountMax = 1_000
  /// Bytes of typed text and of an item that are looked up as a term.
  static let termByteCountMax = 1_000
  /// Items of a cell that completion reads in order not to offer them again.
  static let itemCountMax = 1_000
  /// Rows that mention a row, as far as a card looks for them.
  static let mentionCountMax = 100

  // MARK: Answers

  /// Terms in a completion list.
  static let termCountMax = 1_000
  /// Datasets in a completion list.
  static let datasetCountMax = 50
  /// Links of a document.
  static let linkCountMax = 5_000
  /// Rows found by name in a catalog.
  static let foundRowCountMax = 200
  /// Problems in one answer that code actions are for.
  static let quickFixCountMax = 100
  /// Bytes of code actions in one answer, estimated: titles, diagnostics and edits.
  static let actionByteCountMax = 256 << 10
}
