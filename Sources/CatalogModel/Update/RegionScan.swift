import LineStore
import TableSyntax

/// The block scanner's reading of a region's blocks.
struct RegionScan {
  /// The state before each block.
  private(set) var startStates: [BlockState] = []
  /// The lines of each block with what the scanner knows of them: role and content offset.
  private var blocks: [ContiguousArray<LineMetadata>] = []
  /// The tables that begin in the region, and first the one that reaches into it.
  private(set) var spans: [TableSpan] = []
  /// The state after the last line.
  private(set) var state: BlockState
  /// Whether the last line read belongs to the last table.
  private(set) var isInTable: Bool
  private(set) var lineCount = 0
  private var nextLine: Int
  /// Header lines of tables that count the cells their rows lack.
  private let countedHeaderLines: Set<Int>

  /// A scan that begins at a line, in a state, perhaps in a table.
  init(from line: Int, in state: BlockState, table: TableSpan?, countedHeaderLines: Set<Int>) {
    nextLine = line
    self.countedHeaderLines = countedHeaderLines
    self.state = state
    isInTable = table != nil
    if var table {
      table.endLine = line
      spans.append(table)
    }
  }

  /// Reads a block.
  mutating func read(block: Int, of text: LineText) {
    startStates.append(state)
    var lines = ContiguousArray<LineMetadata>()
    lines.reserveCapacity(text.lineCount(ofBlock: block))
    text.forEachLine(ofBlock: block) { _, bytes, _ in lines.append(read(bytes)) }
    lineCount += lines.count
    blocks.append(lines)
  }

  private mutating func read(_ bytes: Span<UInt8>) -> LineMetadata {
    var metadata = LineMetadata()
    switch BlockScanner.read(bytes, in: &state) {
    case .bodyRow(let offset):
      metadata.role = .bodyRow
      metadata.contentOffset = Int32(clamping: offset)
      if isInTable { spans[spans.count - 1].endLine = nextLine + 1 }
    case .delimiterRow(let offset, let header):
      metadata.role = .delimiterRow
      metadata.contentOffset = Int32(clamping: offset)
      let isCounted = countedHeaderLines.contains(nextLine - 1)
      if isCounted { state.countMissingCells() }
      spans.append(
        TableSpan(
          headerLine: nextLine - 1, endLine: nextLine + 1, header: header,
          delimiterOffset: offset, countsMissingCells: isCounted))
      isInTable = true
    case .mismatchedDelimiterRow(let offset):
      metadata.role = .mismatchedDelimiterRow
      metadata.flags = .rowLike
      metadata.contentOffset = Int32(clamping: offset)
      isInTable = false
    case .verbatim:
      metadata.role = .verbatim
      if state.isIndentedCode { metadata.noteLikeness(bytes) }
      isInTable = false
    case .comment(let offset):
      metadata.role = Self.role(IgnoreDirective.mark(bytes, from: offset))
      if let mark = FormatMark(bytes, from: offset) {
        metadata.role = .formatMark
        metadata.nameKey = mark.number
      }
      isInTable = false
    case .other:
      metadata.role = state.isParagraph ? .paragraph : .other
      if metadata.role == .paragraph {
        metadata.setText(bytes, from: state.textOffset)
        metadata.noteLikeness(bytes)
      }
      isInTable = false
    }
    if metadata.role != .verbatim, ConflictMarker(bytes) != nil {
      metadata.flags.insert(.conflictMarker)
    }
    nextLine += 1
    return metadata
  }

  private static func role(_ mark: IgnoreDirective.Mark?) -> LineMetadata.Role {
    switch mark {
    case .start: .ignoreStart
    case .end: .ignoreEnd
    case nil: .other
    }
  }

  /// The lines of all blocks, given away.
  mutating func takeLines() -> [ContiguousArray<LineMetadata>] {
    defer { blocks = [] }
    return blocks
  }

  /// Adds a table that begins after the region's edge, or goes on there.
  mutating func complete(_ spans: (inout [TableSpan]) -> Void) { spans(&self.spans) }
}
