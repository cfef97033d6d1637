/// Reads lines one by one and says which belong to tables, exactly as cmark-gfm does
/// (GFM 0.29 appendix, phase 1: block structure; §4.10 tables).
public enum BlockScanner {
  /// Reads one line, without its ending, in `state`, and leaves the state of the next line.
  ///
  /// - Complexity: O(line)
  public static func read(_ line: Span<UInt8>, in state: inout BlockState) -> LineRole {
    if isPlainRow(line, state) { return .bodyRow(contentOffset: 0) }
    var reading = LineReading(line: line, state: state)
    let role = reading.read(line)
    state = reading.state
    state.isAtStart = false
    return role
  }

  /// Whether a line is a row at a glance: in a table outside all containers, begun by a byte that
  /// begins no other block. Most lines of a catalog are; the full reading takes 20 times as long.
  @inline(__always)
  private static func isPlainRow(_ line: Span<UInt8>, _ state: BlockState) -> Bool {
    guard case .table = state.leaf, state.containers.isEmpty, let first = line.first
    else { return false }
    if first == UInt8(ascii: "|") { return RowSplitter.hasCell(line, from: 0) }
    return first == UInt8(ascii: "[") || first.isLetter
  }
}

/// The reading of one line. `line` is passed along: a value cannot hold a span.
private struct LineReading {
  var state: BlockState
  var cursor: BlockCursor

  init(line: Span<UInt8>, state: BlockState) {
    self.state = state
    let hasByteOrderMark =
      state.isAtStart && line.count >= 3 && line[0] == 0xEF && line[1] == 0xBB && line[2] == 0xBF
    cursor = BlockCursor(in: line, skipping: hasByteOrderMark ? 3 : 0)
  }

  mutating func read(_ line: Span<UInt8>) -> LineRole {
    let matched = matchContainers(line)
    let allContainersMatch = matched == state.containers.count
    var leaf = BlockLeaf.none
    if allContainersMatch {
      switch continueLeaf(line) {
      case .done(let role): return role
      case .goesOn: leaf = state.leaf
      case .ended: break
      }
    }
    return openBlocks(line, leaf: leaf, matched: matched)
  }

  /// Takes the prefixes of the open containers; returns how many matched.
  private mutating func matchContainers(_ line: Span<UInt8>) -> Int {
    for (index, container) in state.containers.enumerated() {
      switch container {
      case .quote:
        guard !cursor.isIndented, line.hasPrefix(">", at: cursor.firstNonspace) else {
          return index
        }
        cursor.advance(toByte: cursor.firstNonspace + 1, in: line)
        cursor.skipOneBlank(in: line)
      case .item(let contentIndent, let isEmpty):
        if cursor.indent >= contentIndent {
          cursor.advance(columns: contentIndent, in: line)
        } else if cursor.isBlank, !isEmpty {
          cursor.advance(toByte: cursor.firstNonspace, in: line)
        } else {
          return index
        }
      }
    }
    return state.containers.count
  }

  private enum LeafContinuation {
    case done(LineRole)
    case goesOn
    case ended
  }

  private mutating func continueLeaf(_ line: Span<UInt8>) -> LeafContinuation {
    switch state.leaf {
    case .none: return .ended
    case .paragraph, .definitions, .refusedParagraph: return cursor.isBlank ? .ended : .goesOn
    case .table:
      guard !cursor.isBlank else { return .ended }
      return RowSplitter.hasCell(line, from: cursor.firstNonspace) ? .goesOn : .ended
    case .fence(let character, let length, _):
      if !cursor.isIndented,
        BlockStarts.isClosingFence(
          line, at: cursor.firstNonspace, character: character, length: length)
      {
        state.leaf = .none
      }
      return .done(.other)
    case .indentedCode:
      return cursor.isIndented || cursor.isBlank ? .done(.other) : .ended
    case .html(let kind):
      if kind == .untilBlank, cursor.isBlank { return .ended }
      if HTMLBlockStarts.ends(kind, line, from: cursor.firstNonspace) { state.leaf = .none }
      return .done(.other)
    }
  }

  /// Opens what starts here, then gives the rest of the line to the block it belongs to.
  ///
  /// `leaf` is the paragraph or table that the line's prefixes led to.
  private mutating func openBlocks(
    _ line: Span<UInt8>, leaf: BlockLeaf, matched: Int
  ) -> LineRole {
    var leaf = leaf
    var mayBeLazy = state.leaf.isParagraph
    var containers = Array(state.containers[..<matched])
    var opened = false
    while true {
      if !cursor.isIndented {
        if let role = openLeafBlock(line, leaf: leaf, containers: containers) { return role }
        if openContainer(line, interrupting: leaf, containers: &containers) {
          leaf = .none
          mayBeLazy = false
          opened = true
          continue
        }
      } else if !mayBeLazy, !cursor.isBlank {
        close(to: containers, leaf: .indentedCode)
        return .other
      }
      break
    }
    let isLazy = !opened && leaf == .none && state.leaf.isParagraph && !cursor.isBlank
    if !isLazy || matched == state.containers.count && leaf == .none {
      state.containers = containers
    }
    return isLazy ? continueLazily(line) : addText(line, leaf: leaf)
  }

  /// A heading, fence, HTML block, thematic break or delimiter row; nil where none starts.
  private mutating func openLeafBlock(
    _ line: Span<UInt8>, leaf: BlockLeaf, containers: [BlockContainer]
  ) -> LineRole? {
    let start = cursor.firstNonspace
    if line.hasPrefix(">", at: start) || cursor.isBlank { return nil }
    if BlockStarts.isATXHeading(line, at: start) {
      close(to: containers, leaf: .none)
      return .other
    }
    let fence = BlockStarts.openingFenceLength(line, at: start)
    if fence > 0 {
      let leaf = BlockLeaf.fence(character: line[start], length: fence, indent: cursor.indent)
      close(to: containers, leaf: leaf)
      return .other
    }
    if let kind = HTMLBlockStarts.kind(line, at: start, mayBeAnyTag: !leaf.isParagraph) {
      let isOver = HTMLBlockStarts.ends(kind, line, from: start)
      close(to: containers, leaf: isOver ? .none : .html(kind))
      return .other
    }
    let isUnderline = leaf.isParagraph && BlockStarts.isSetextUnderline(line, at: start)
    if isUnderline, leaf.isDefinitions {
      // The definitions go, and the line is text.
      state.containers = containers
      let cells = RowSplitter.cellCount(line, from: start)
      state.leaf = .paragraph(headerCellCount: cells, contentOffset: start)
      return .other
    }
    if isUnderline || BlockStarts.isThematicBreak(line, at: start) {
      close(to: containers, leaf: .none)
      return .other
    }
    return nil
  }

  private mutating func openContainer(
    _ line: Span<UInt8>, interrupting leaf: BlockLeaf, containers: inout [BlockContainer]
  ) -> Bool {
    let start = cursor.firstNonspace
    if line.hasPrefix(">", at: start) {
      Self.fillLastItem(&containers)
      containers.append(.quote)
      cursor.advance(toByte: start + 1, in: line)
      cursor.skipOneBlank(in: line)
      return true
    }
    guard let marker = BlockStarts.listMarker(line, at: start),
      marker.interrupts || !leaf.isParagraph
    else { return false }
    let markerIndent = cursor.indent
    Self.fillLastItem(&containers)
    cursor.advance(toByte: start + marker.length, in: line)
    let blanks = cursor.indent
    let takesOne = blanks > 4 || blanks < 1 || cursor.isBlank
    cursor.advance(columns: takesOne ? min(1, blanks) : blanks, in: line)
    let padding = marker.length + (takesOne ? 1 : blanks)
    containers.append(.item(contentIndent: markerIndent + padding, isEmpty: true))
    return true
  }

  /// The rest of the line is text: a paragraph's, a table's, or a new paragraph's.
  private mutating func addText(_ line: Span<UInt8>, leaf: BlockLeaf) -> LineRole {
    let start = cursor.firstNonspace
    if case .table = leaf, !cursor.isIndented {
      return .bodyRow(contentOffset: start)
    }
    if cursor.isBlank {
      state.leaf = .none
      return .other
    }
    let role = delimiterRole(line, leaf: leaf)
    if case .delimiterRow(_, _, let columnCount) = role {
      state.leaf = .table(columnCount: columnCount)
      return role
    }
    Self.fillLastItem(&state.containers)
    state.leaf = paragraph(line, continuing: leaf)
    return role
  }

  /// The paragraph whose last line is this one.
  private func paragraph(_ line: Span<UInt8>, continuing leaf: BlockLeaf) -> BlockLeaf {
    let start = cursor.firstNonspace
    if leaf.isRefused || isDelimiterRow(line, under: leaf) { return .refusedParagraph }
    let cells = RowSplitter.cellCount(line, from: start)
    if leaf.isDefinitions || !leaf.isParagraph, LinkDefinition.isWhole(line, from: start) {
      return .definitions(headerCellCount: cells, contentOffset: start)
    }
    return .paragraph(headerCellCount: cells, contentOffset: start)
  }

  private func isDelimiterRow(_ line: Span<UInt8>, under leaf: BlockLeaf) -> Bool {
    leaf.isParagraph && leaf == state.leaf && !cursor.isIndented
      && DelimiterRow.cellCount(line, from: cursor.firstNonspace) != nil
  }

  /// A line of a paragraph whose containers it lacks (GFM 0.29 §5.1): never a delimiter row, but
  /// the next line may make it a header row. Its indentation is text for cmark-gfm.
  private mutating func continueLazily(_ line: Span<UInt8>) -> LineRole {
    let start = cursor.offset
    let cells = RowSplitter.cellCount(line, from: start)
    if state.leaf.isRefused { return .other }
    let isDefinition = state.leaf.isDefinitions && LinkDefinition.isWhole(line, from: start)
    state.leaf =
      isDefinition
      ? .definitions(headerCellCount: cells, contentOffset: start)
      : .paragraph(headerCellCount: cells, contentOffset: start)
    return .other
  }

  /// What a line of a paragraph is as a delimiter row under the line before.
  private func delimiterRole(_ line: Span<UInt8>, leaf: BlockLeaf) -> LineRole {
    guard let (headerCellCount, headerOffset) = leaf.header,
      !cursor.isIndented, headerCellCount > 0, leaf == state.leaf,
      let count = DelimiterRow.cellCount(line, from: cursor.firstNonspace)
    else { return .other }
    let start = cursor.firstNonspace
    if count == headerCellCount {
      return .delimiterRow(
        contentOffset: start, headerContentOffset: headerOffset, columnCount: count)
    }
    return count < 2
      ? .other
      : .mismatchedDelimiterRow(contentOffset: start, headerContentOffset: headerOffset)
  }

  private mutating func close(to containers: [BlockContainer], leaf: BlockLeaf) {
    state.containers = containers
    Self.fillLastItem(&state.containers)
    state.leaf = leaf
  }

  /// The innermost item gets a child.
  private static func fillLastItem(_ containers: inout [BlockContainer]) {
    if case .item(let contentIndent, true)? = containers.last {
      containers[containers.count - 1] = .item(contentIndent: contentIndent, isEmpty: false)
    }
  }
}
