/// What becomes of the text of a line, or of its blank rest.
extension LineReading {
  /// Gives the rest of the line to the table or paragraph that it belongs to, or a new paragraph.
  mutating func addText(_ line: Span<UInt8>) -> LineRole {
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

  /// A line of a paragraph whose containers it lacks: never a delimiter row, but the next line may
  /// make it a header row. Its indentation is text for cmark-gfm.
  mutating func continueLazily(_ line: Span<UInt8>) -> LineRole {
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
    let tabColumns = start == cursor.offset ? cursor.partlyConsumedTabColumns : 0
    paragraph.append(line, from: start, tabColumns: tabColumns)
    if start < taskMarkerEnd { paragraph.keepHeader() }
    state.leaf = .paragraph(paragraph)
  }

  /// Closes what a blank line closes.
  private mutating func addBlank() -> LineRole {
    let closesItem =
      containerCount < state.containers.count && !state.containers[containerCount].isQuote
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
    return header.cellCount > 0 && cellCount > 1
      ? .mismatchedDelimiterRow(contentOffset: start) : .other
  }
}
