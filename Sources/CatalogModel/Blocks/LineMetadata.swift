import TableSyntax

/// What is known of a line without reading it again. Nothing absolute: a shift changes nothing.
struct LineMetadata: Sendable, Equatable {
  enum Role: UInt8, Sendable {
    case other, delimiterRow, mismatchedDelimiterRow, bodyRow, ignoreStart, ignoreEnd
    /// Text of a paragraph; a header row is one.
    case paragraph
    /// Code, front matter or the inside of a comment: nothing in it is Markdown.
    case verbatim
    /// A comment by which another formatter leaves tables as they are.
    case formatMark
  }

  /// Yes or no.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    /// A body row that belongs before the row above it.
    static let inverted = Flags(rawValue: 1)
    /// A body row with an ignore comment.
    static let directive = Flags(rawValue: 2)
    /// A body row whose name is a link only if the text has a definition for it.
    static let reference = Flags(rawValue: 4)
    /// A body row that was hardly meant as one: a line without any pipe, or other tools' syntax.
    static let text = Flags(rawValue: 8)
    /// A marker of a merge conflict.
    static let conflictMarker = Flags(rawValue: 16)
    /// A line of a paragraph or of indented code that may be meant as a row or as a delimiter row.
    static let rowLike = Flags(rawValue: 128)
    /// A body row that is written as a delimiter row.
    static let dashes = Flags(rawValue: 256)
    /// A body row that has too few cells and lacks a pipe at its start or end.
    static let torn = Flags(rawValue: 512)
    /// Such a delimiter row that has another number of cells than the table has columns.
    static let foreignDashes = Flags(rawValue: 1024)
    /// A body row with a link whose destination may be the label of a definition, or with a text in
    /// brackets that may be one.
    static let labelLink = Flags(rawValue: 2048)
    /// The layouts that a body row follows, as `forms` has them: six bits.
    fileprivate static let forms = Flags(rawValue: 0xF060)
  }

  /// For `nameCell`: no cell of the row is known to hold its name.
  static let noCell = UInt8.max

  var role = Role.other
  /// Index of the cell with a body row's name; rows of more than 254 columns before it have none.
  var nameCell = LineMetadata.noCell
  var flags: Flags = []
  /// Byte offset where a row, or a paragraph's text, starts.
  var contentOffset: Int32 = 0
  /// Fingerprint of a body row's name, or of the label that a paragraph's line may define; the
  /// number of a formatter's mark; 0 for none.
  var nameKey: UInt64 = 0
  /// Fingerprint of a body row's link, 0 for none.
  var linkKey: UInt64 = 0

  var isInverted: Bool { flags.contains(.inverted) }
  var hasDirective: Bool { flags.contains(.directive) }
  var isIgnoreMark: Bool { role == .ignoreStart || role == .ignoreEnd }
  var isReference: Bool { flags.contains(.reference) }
  var isText: Bool { flags.contains(.text) }
  var isConflictMarker: Bool { flags.contains(.conflictMarker) }
  var isRowLike: Bool { flags.contains(.rowLike) }
  var isDashes: Bool { flags.contains(.dashes) }
  var isTorn: Bool { flags.contains(.torn) }

  /// Which layouts a body row follows, as far as lines store it. Among the flags, so that a line's
  /// metadata has 24 bytes.
  var forms: RowForms {
    get { RowForms(rawValue: flags.rawValue &>> 5 & 0x03 | flags.rawValue &>> 10 & 0x3C) }
    set {
      let forms = newValue.rawValue
      let bits = Flags(rawValue: (forms & 0x03) &<< 5 | (forms & 0x3C) &<< 10)
      flags = flags.subtracting(.forms).union(bits)
    }
  }

  /// What rows are found by.
  enum Key: Sendable { case name, link }

  /// The fingerprint that the row is found by, 0 for none.
  subscript(key: Key) -> UInt64 { key == .name ? nameKey : linkKey }

  /// Notes a row's name, unless its cell is too far to the right.
  mutating func setName(_ key: UInt64, inCell cell: Int) {
    guard key != 0, cell < Int(Self.noCell) else { return }
    nameKey = key
    nameCell = UInt8(clamping: cell)
  }

  /// Notes where the text of a paragraph's line starts, and the label that it may define.
  mutating func setText(_ line: Span<UInt8>, from offset: Int?) {
    guard let offset else { return }
    contentOffset = Int32(clamping: offset)
    nameKey = DefinitionLabel.definedKey(line, from: offset)
  }

  /// Notes whether a line outside tables has a pipe, or is a delimiter row of other characters.
  mutating func noteLikeness(_ line: Span<UInt8>) {
    let hasPipe = line.firstIndex(of: UInt8(ascii: "|"), in: 0..<line.count) < line.count
    if hasPipe || DelimiterLikeness.isLike(line, from: 0) { flags.insert(.rowLike) }
  }

  /// The mark of another formatter, if the line is one.
  var formatMark: FormatMark? { role == .formatMark ? FormatMark(number: nameKey) : nil }

  /// Whether other rows see no difference between two states of a line; what a comment says, which
  /// may turn the blame for an inversion to the next row, is not considered.
  func relatesLike(_ other: LineMetadata) -> Bool {
    !hasDirective && !other.hasDirective && role == other.role
      && flags.subtracting(.forms) == other.flags.subtracting(.forms)
      && nameKey == other.nameKey && linkKey == other.linkKey
  }
}
