/// The blocks open at a line's start: all that the next line's reading depends on.
///
/// Two equal states read the rest of a text alike, so a rescan after an edit may stop where the
/// old and the new state agree.
public struct BlockState: Equatable, Sendable {
  var containers: [BlockContainer] = []
  var leaf = BlockLeaf.none
  /// True before the first line, where a byte order mark may be.
  var isAtStart = true

  /// Whether a paragraph is open, whose last line may be a header row.
  public var isParagraph: Bool { leaf.paragraph != nil }

  /// Byte offset in the last line where the text of the open paragraph starts; nil where none is
  /// open, or one in which no table can begin any more.
  public var textOffset: Int? {
    leaf.paragraph.flatMap { $0.isRefused ? nil : $0.header.contentOffset }
  }

  /// Whether indented code is open.
  public var isIndentedCode: Bool { leaf == .indentedCode }

  /// Whether a list item is open.
  public var isInList: Bool { containers.contains { $0.kind == .item } }

  /// The state before a text's first line.
  public init() {}

  /// Makes the table that was just opened count the cells that its rows lack, so that it ends where
  /// they are more than `CmarkLimits.missingCellCountMax`.
  ///
  /// Counting reads every row, and the state after a row changes with its cells. So a table counts
  /// only where the caller knows that it lacks that many.
  public mutating func countMissingCells() {
    if case .table(let columnCount, nil) = leaf {
      leaf = .table(columnCount: columnCount, missingCellCount: 0)
    }
  }
}

/// An open container block (GFM 0.29 §5), or a footnote definition.
struct BlockContainer: Equatable, Sendable {
  enum Kind: UInt8, Sendable { case quote, item, footnote }

  var kind: Kind
  /// Columns that the content of a list item or a footnote is indented by.
  var contentIndent: UInt8 = 0
  /// Whether a list item has no child yet.
  var isEmpty = false
  /// Quotes among this container and those around it.
  var quoteCount: UInt32 = 0
  /// Footnote definitions among this container and those around it.
  var footnoteCount: UInt32 = 0

  static let quote = BlockContainer(kind: .quote, quoteCount: 1)
  static let footnote = BlockContainer(kind: .footnote, contentIndent: 4, footnoteCount: 1)
}

/// The open leaf block (GFM 0.29 §4), if any.
enum BlockLeaf: Equatable, Sendable {
  case none
  /// In a list item, an open block that takes no line: a thematic break, or a list whose last item
  /// is closed. The text that follows is not the item's own yet.
  case idle
  case paragraph(Paragraph)
  /// A table; `missingCellCount` is what its rows lack so far, nil where they are not counted.
  case table(columnCount: Int, missingCellCount: Int?)
  case fence(character: UInt8, length: Int)
  case indentedCode
  case html(HTMLBlockKind)
  case frontMatter(FrontMatter)

  var paragraph: Paragraph? { if case .paragraph(let paragraph) = self { paragraph } else { nil } }
}

/// The seven start conditions of HTML blocks (GFM 0.29 §4.6), by how they end.
enum HTMLBlockKind: Equatable, Sendable {
  case rawText, comment, processingInstruction, declaration, cdata
  /// Conditions 6 and 7: until a blank line.
  case untilBlank
}
