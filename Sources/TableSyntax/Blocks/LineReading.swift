/// The reading of one line in the state before it; `line` is passed to each function, since a value
/// cannot hold a span.
struct LineReading {
  var state = BlockState()
  var cursor: BlockCursor
  /// Containers that the line is in: those of the state whose prefixes it has, then those it opens.
  private(set) var containerCount = 0
  /// Whether the line's prefixes lead to the state's paragraph or table.
  private(set) var reachesLeaf = false
  /// One past the marker that makes the line's list item a task, 0 for none.
  private(set) var taskMarkerEnd = 0

  init(_ line: Span<UInt8>, isFirst: Bool) {
    let hasByteOrderMark = isFirst && line.hasPrefix("\u{FEFF}", at: 0)
    cursor = BlockCursor(in: line, skipping: hasByteOrderMark ? 3 : 0)
  }

  /// Reads the blocks that the line is in and those that it opens; nil where the rest is text.
  mutating func readBlocks(_ line: Span<UInt8>) -> LineRole? {
    containerCount = matchContainers(line)
    if containerCount == state.containers.count {
      switch continueLeaf(line) {
      case .done(let role): return role
      case .continues: reachesLeaf = true
      case .ended: break
      }
    }
    if let role = openBlocks(line) { return role }
    takeTaskMarker(line)
    return nil
  }

  /// The paragraph that the line's prefixes lead to.
  var reachedParagraph: Paragraph? { reachesLeaf ? state.leaf.paragraph : nil }

  /// Whether it is a line of a paragraph without its containers (GFM 0.29 §5.1).
  var isLazy: Bool {
    !reachesLeaf && !cursor.isBlank && state.isParagraph
  }

  // MARK: What is open

  /// Takes the prefixes of the open containers; returns how many matched.
  ///
  /// - Complexity: O(line) and, once for each, the containers that the line closes
  private mutating func matchContainers(_ line: Span<UInt8>) -> Int {
    for index in state.containers.indices {
      let container = state.containers[index]
      if container.kind == .quote {
        guard !cursor.isIndented, line.hasPrefix(">", at: cursor.firstNonspace) else {
          return index
        }
        takeQuoteMarker(line)
      } else if cursor.indent >= Int(container.contentIndent) {
        cursor.advance(columns: Int(container.contentIndent), in: line)
      } else {
        guard cursor.isBlank else { return index }
        cursor.advance(toByte: cursor.firstNonspace, in: line)
        return matchBlankLine(from: index, isEmpty: line.isEmpty)
      }
    }
    return state.containers.count
  }

  /// An empty rest of a line is in all items from one on, but in no quote, in no item that has no
  /// child, and in a footnote only if the whole line is empty.
  private func matchBlankLine(from index: Int, isEmpty: Bool) -> Int {
    let containers = state.containers
    func endCount(_ container: BlockContainer) -> UInt32 {
      container.quoteCount + (isEmpty ? 0 : container.footnoteCount)
    }
    guard let last = containers.last,
      endCount(last) > (index > 0 ? endCount(containers[index - 1]) : 0)
    else {
      return containers.count - (containers.last?.isEmpty == true ? 1 : 0)
    }
    return containers[index...].firstIndex {
      $0.kind == .quote || !isEmpty && $0.kind == .footnote
    } ?? containers.count
  }

  private enum LeafContinuation { case done(LineRole), continues, ended }

  private mutating func continueLeaf(_ line: Span<UInt8>) -> LeafContinuation {
    switch state.leaf {
    case .none, .idle: return .ended
    case .paragraph: return cursor.isBlank ? .ended : .continues
    case .table:
      if cursor.isBlank { return .ended }
      return RowSplitter.isRow(line, from: cursor.firstNonspace) ? .continues : .ended
    case .fence(let character, let length):
      if !cursor.isIndented,
        BlockStarts.isClosingFence(
          line, at: cursor.firstNonspace, character: character, length: length)
      {
        state.leaf = .none
      }
      return .done(.verbatim)
    case .indentedCode:
      return cursor.isIndented || cursor.isBlank ? .done(.verbatim) : .ended
    case .html(let kind):
      if kind == .untilBlank, cursor.isBlank { return .ended }
      if HTMLBlockStarts.ends(kind, line, from: cursor.firstNonspace) { state.leaf = .none }
      return .done(kind == .untilBlank ? .other : .verbatim)
    case .frontMatter(let frontMatter):
      if !state.isAtStart, frontMatter.isClosed(by: line) { state.leaf = .none }
      return .done(.verbatim)
    }
  }

  // MARK: What starts

  /// Opens the containers that start here, and the block inside unless it is text: nil.
  private mutating func openBlocks(_ line: Span<UInt8>) -> LineRole? {
    var mayBeLazy = state.isParagraph
    var depth = 1
    while true {
      if cursor.isIndented {
        if mayBeLazy || cursor.isBlank { return nil }
        open(.indentedCode)
        return .verbatim
      }
      if let role = openLeaf(line) { return role }
      guard openContainer(line, depth: depth) else { return nil }
      mayBeLazy = false
      depth += 1
    }
  }

  /// A heading, fence, HTML block or thematic break; nil where none starts.
  private mutating func openLeaf(_ line: Span<UInt8>) -> LineRole? {
    let start = cursor.firstNonspace
    if cursor.isBlank || line[start] == UInt8(ascii: ">") { return nil }
    if BlockStarts.isATXHeading(line, at: start) { return open(.none) }
    let fenceLength = BlockStarts.openingFenceLength(line, at: start)
    if fenceLength > 0 {
      open(.fence(character: line[start], length: fenceLength))
      return .verbatim
    }
    let paragraph = reachedParagraph
    if let kind = HTMLBlockStarts.kind(line, at: start, mayBeAnyTag: paragraph == nil) {
      guard HTMLBlockStarts.ends(kind, line, from: start) else { return open(.html(kind)) }
      open(.none)
      return kind == .comment ? .comment(contentOffset: start) : .other
    }
    if var paragraph, BlockStarts.isSetextUnderline(line, at: start) {
      guard paragraph.definitions.areComplete else { return open(.none) }
      paragraph.replaceDefinitions(by: line, from: start)
      state.leaf = .paragraph(paragraph)
      return .other
    }
    guard BlockStarts.isThematicBreak(line, at: start) else { return nil }
    open(.none)
    becomeIdle()
    return .other
  }

  /// Opens a block in the place of all that the line is not in.
  @discardableResult
  private mutating func open(_ leaf: BlockLeaf) -> LineRole {
    closeContainers()
    fillLastItem()
    state.leaf = leaf
    return .other
  }

  private mutating func openContainer(_ line: Span<UInt8>, depth: Int) -> Bool {
    let start = cursor.firstNonspace
    if line.hasPrefix(">", at: start) {
      takeQuoteMarker(line)
      open(.quote)
      return true
    }
    guard depth < CmarkLimits.listItemDepthMax else { return false }
    let footnoteLength = BlockStarts.footnoteMarkerLength(line, at: start)
    if footnoteLength > 0 {
      cursor.advance(toByte: start + footnoteLength, in: line)
      open(.footnote)
      return true
    }
    guard let marker = BlockStarts.listMarker(line, at: start),
      marker.interrupts || reachedParagraph == nil
    else { return false }
    let markerIndent = cursor.indent
    cursor.advance(toByte: start + marker.length, in: line)
    let blanks = cursor.indent
    let takesOne = blanks > 4 || blanks < 1 || cursor.isBlank
    cursor.advance(columns: takesOne ? min(1, blanks) : blanks, in: line)
    let contentIndent = markerIndent + marker.length + (takesOne ? 1 : blanks)
    open(
      BlockContainer(
        kind: .item, contentIndent: UInt8(clamping: contentIndent), isEmpty: true))
    return true
  }

  private mutating func takeQuoteMarker(_ line: Span<UInt8>) {
    cursor.advance(toByte: cursor.firstNonspace + 1, in: line)
    cursor.skipOneBlank(in: line)
  }

  /// Puts a container, whose counts are its own, into those that the line is in.
  private mutating func open(_ container: BlockContainer) {
    open(.none)
    var container = container
    container.quoteCount += state.containers.last?.quoteCount ?? 0
    container.footnoteCount += state.containers.last?.footnoteCount ?? 0
    state.containers.append(container)
    containerCount += 1
    reachesLeaf = false
  }

  /// Takes the marker that makes a list item a task: three bytes from where the item's content
  /// starts, as cmark-gfm does wherever in the line it found the marker.
  private mutating func takeTaskMarker(_ line: Span<UInt8>) {
    guard isItemContent, let end = BlockStarts.taskMarkerEnd(line) else { return }
    taskMarkerEnd = end
    cursor.advance(bytes: 3, in: line)
  }

  /// Whether the rest of the line is in a list item and in no block inside.
  private var isItemContent: Bool {
    guard containerCount > 0, !reachesLeaf, state.containers[containerCount - 1].kind == .item
    else { return false }
    // A list stays open when its item is closed.
    return containerCount < state.containers.count
      ? state.containers[containerCount].kind != .item : state.leaf != .idle
  }

  // MARK: What changes

  /// Closes the containers that the line is not in.
  mutating func closeContainers() {
    let surplus = state.containers.count - containerCount
    if surplus > 0 { state.containers.removeLast(surplus) }
  }

  /// Leaves a block open that takes no line, which matters in list items only.
  mutating func becomeIdle() {
    state.leaf = state.containers.last?.kind == .item ? .idle : .none
  }

  var isInEmptyItem: Bool { state.containers.last?.isEmpty == true }

  /// Notes that the innermost item has a child.
  mutating func fillLastItem() {
    if isInEmptyItem { state.containers[state.containers.count - 1].isEmpty = false }
  }

  /// Notes that the innermost item has no child.
  mutating func emptyLastItem() {
    if !state.containers.isEmpty { state.containers[state.containers.count - 1].isEmpty = true }
  }
}
