import TableSyntax

/// What a cell is like, as far as it says which rules may report it.
package struct CellTraits: OptionSet, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The cell has no value.
  static let empty = CellTraits(rawValue: 1)
  /// The column holds names or links, and the value is no plain link.
  static let name = CellTraits(rawValue: 2)
  /// The column has a vocabulary.
  static let terms = CellTraits(rawValue: 4)
  /// The column constrains its values.
  static let constrained = CellTraits(rawValue: 8)
  /// The value holds `[`, `]` or `\` and is no plain link: perhaps a link or an escape.
  static let bracket = CellTraits(rawValue: 16)
  /// The value holds `<`: perhaps HTML or a comment.
  static let angle = CellTraits(rawValue: 32)
  /// The value holds a control character or a byte beyond ASCII.
  static let unusual = CellTraits(rawValue: 64)
  /// The value holds a byte of other markup: a backtick, `*`, `~`, `&`.
  static let markup = CellTraits(rawValue: 128)
  /// The value is one link with a text and a full URL; most names are, and few rules read them.
  static let plainLink = CellTraits(rawValue: 256)

  /// Number of sets of traits.
  static let setCount = 512

  /// The traits of a column's cells, free text for none.
  init(_ requirements: ColumnRequirements, hasVocabulary: Bool) {
    self = []
    if requirements.isName { insert(.name) }
    if hasVocabulary { insert(.terms) }
    if requirements.constraints != nil { insert(.constrained) }
  }

  /// The traits of a cell of a column with some traits.
  init(_ column: CellTraits, _ cell: RowCell) {
    // The marks' bits follow one another as the traits' do.
    let marks = UInt16(truncatingIfNeeded: cell.marks.rawValue) &<< 4
    self.init(rawValue: column.rawValue | marks | (cell.value.isEmpty ? 1 : 0))
  }

  /// The traits of the same cell if its value is a plain link.
  var asPlainLink: CellTraits { subtracting([.name, .bracket]).union(.plainLink) }
}
