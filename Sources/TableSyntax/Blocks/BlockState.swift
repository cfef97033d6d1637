/// What is open at a line's start: enough to read the next line, and nothing else.
///
/// Two equal states read the rest of a text alike, so a rescan after an edit may stop where the
/// old and the new state agree.
public struct BlockState: Equatable, Sendable {
  var containers: [BlockContainer] = []
  var leaf = BlockLeaf.none
  /// True before the first line, where a byte order mark may stand.
  var isAtStart = true

  /// Whether a paragraph is open, whose last line may be a header row.
  public var isParagraph: Bool { leaf.isParagraph }

  /// Byte offset in the last line where the text of the open paragraph starts; nil where none is
  /// open, or one in which no table can begin any more.
  public var textOffset: Int? { leaf.header?.contentOffset }

  /// Whether a list item is open.
  public var isInList: Bool {
    containers.contains { if case .item = $0 { true } else { false } }
  }

  /// The state before a text's first line.
  public init() {}
}

/// An open container block (GFM 0.29 §5).
enum BlockContainer: Equatable, Sendable {
  /// A block quote.
  case quote
  /// A list item, with the columns its content is indented by.
  case item(contentIndent: Int, isEmpty: Bool)
}

/// The open leaf block (GFM 0.29 §4), if any.
enum BlockLeaf: Equatable, Sendable {
  case none
  /// A paragraph; `headerCellCount` is what its last line has as a header row, 0 for none.
  case paragraph(headerCellCount: Int, contentOffset: Int)
  /// A paragraph of nothing but link reference definitions, its last line likewise.
  case definitions(headerCellCount: Int, contentOffset: Int)
  /// A paragraph in which a delimiter row stood that did not go with the line above: cmark-gfm
  /// looks for no table in it any more.
  case refusedParagraph
  case table(columnCount: Int)
  case fence(character: UInt8, length: Int, indent: Int)
  case indentedCode
  case html(HTMLBlockKind)

  var isParagraph: Bool {
    header != nil || isRefused
  }

  /// What the last line of a paragraph is as a header row.
  var header: (cellCount: Int, contentOffset: Int)? {
    switch self {
    case .paragraph(let count, let offset), .definitions(let count, let offset): (count, offset)
    default: nil
    }
  }

  var isDefinitions: Bool { if case .definitions = self { true } else { false } }

  var isRefused: Bool { self == .refusedParagraph }
}

/// The seven start conditions of HTML blocks (GFM 0.29 §4.6), by how they end.
enum HTMLBlockKind: Equatable, Sendable {
  case rawText, comment, processingInstruction, declaration, cdata
  /// Conditions 6 and 7: until a blank line.
  case untilBlank
}

/// What a line turned out to be, as far as tables care.
public enum LineRole: Equatable, Sendable {
  /// No part of a table, unless the next line is a delimiter row.
  case other
  /// Code, or the inside of an HTML block that no blank line ends, such as a comment.
  case verbatim
  /// A delimiter row; the line before is the header row, whose content starts at the offset given.
  case delimiterRow(contentOffset: Int, headerContentOffset: Int, columnCount: Int)
  /// Like a delimiter row of two cells or more, but the line before has another number of cells.
  case mismatchedDelimiterRow(contentOffset: Int, headerContentOffset: Int)
  /// A body row, its content starting at the byte offset given.
  case bodyRow(contentOffset: Int)
}
