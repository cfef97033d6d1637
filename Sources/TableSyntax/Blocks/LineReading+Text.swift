/// Reads the text of a line, or its blank rest.
extension LineReading {
  /// Reads the rest of a line that begins no block but a paragraph or a table row.
  mutating func readText(_ line: Span<UInt8>) -> LineRole {
    isLazy ? continueLazily(line) : addText(line)
  }

  /// Gives the rest of the line to the table or paragraph that it belongs to, or a new paragraph.
  private mutating func addText(_ line: Span<UInt8>) -> LineRole {
    if cursor.isBlank { return addBlank() }
    if reachesLeaf, case .table(let columnCount, let missingCellCount) = state.leaf,
      addRow(line, columnCount, missingCellCount)
    {
      return .bodyRow(contentOffset: cursor.firstNonspace)
    }
    guard var paragraph = reachedParagraph else {
      openParagraph(line)
      return .other
    }
    if let role = addDelimiterRow(line, below: &paragraph) { return role }
    append(line, to: &paragraph, from: cursor.firstNonspace)
    return .other
  }

  /// A line of a paragraph without its containers: never a delimiter row, but the next line may
  /// make it a header row. To cmark-gfm its indentation is text.
  private mutating func continueLazily(_ line: Span<UInt8>) -> LineRole {
    if var paragraph = state.leaf.paragraph { append(line, to: &paragraph, from: cursor.offset) }
    return .other
  }

  private mutating func openParagraph(_ line: Span<UInt8>) {
    closeContainers()
    var paragraph = Paragraph(isOnlyChild: isInEmptyItem)
    fillLastItem()
    append(line, to: &paragraph, from: cursor.firstNonspace)
  }

  private mutating func append(
    _ line: Span<UInt8>, to paragraph: inout Paragraph, from start: Int
  ) {
    let isAtCursor = start == cursor.offset
    paragraph.append(
      line, from: start, tabColumns: isAtCursor ? cursor.partlyConsumedTabColumns : 0)
    if start < taskMarkerEnd { paragraph.keepHeader() }
    state.leaf = .paragraph(paragraph)
  }

  /// Closes the blocks that a blank line closes.
  private mutating func addBlank() -> LineRole {
    let closesItem =
      containerCount < state.containers.count && state.containers[containerCount].kind == .item
    let staysIdle = containerCount == state.containers.count && state.leaf == .idle
    if containerCount == state.containers.count, let paragraph = state.leaf.paragraph,
      paragraph.isOnlyChild, paragraph.definitions.areComplete
    {
      emptyLastItem()
    }
    closeContainers()
    state.leaf = .none
    if closesItem || staysIdle { becomeIdle() }
    return .other
  }

  /// Adds a row to the table; false where the table takes no more.
  private mutating func addRow(
    _ line: Span<UInt8>, _ columnCount: Int, _ missingCellCount: Int?
  ) -> Bool {
    guard let missingCellCount else { return true }
    if missingCellCount > CmarkLimits.missingCellCountMax { return false }
    let cellCount = RowSplitter.cellCount(line, from: cursor.firstNonspace)
    state.leaf = .table(
      columnCount: columnCount,
      missingCellCount: missingCellCount + max(0, columnCount - cellCount))
    return true
  }

  /// Makes a table of the paragraph's last line and this one, where it is a delimiter row.
  private mutating func addDelimiterRow(
    _ line: Span<UInt8>, below paragraph: inout Paragraph
  ) -> LineRole? {
    let start = cursor.firstNonspace
    guard !paragraph.isRefused, !cursor.isIndented,
      let cellCount = DelimiterRow.cellCount(line, from: start)
    else { return nil }
    let header = paragraph.header
    if cellCount == header.cellCount {
      state.leaf = .table(columnCount: cellCount, missingCellCount: nil)
      return .delimiterRow(contentOffset: start, header: header)
    }
    paragraph.refuse()
    append(line, to: &paragraph, from: start)
    return header.cellCount > 0 && max(cellCount, header.cellCount) > 1
      ? .mismatchedDelimiterRow(contentOffset: start) : .other
  }
}
