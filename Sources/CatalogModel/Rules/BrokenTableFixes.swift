import LineStore
import TableSyntax

/// Takes away the line that cut rows off.
enum LineRemovalFix {
  /// The fix, nil where it would not make rows of exactly these lines.
  static func fix(
    _ lost: Range<Int>, behind table: CatalogTable, _ catalog: Catalog,
    _ states: inout BlockStateCursor
  ) -> Fix? {
    let line = table.endLine
    guard lost.lowerBound == line + 1, catalog.isEmptyOrLonePipe(line) else { return nil }
    let shapes = lost.map { LineShape($0, in: catalog) }
    guard shapes.allSatisfy({ $0.pipeCount > 0 }) else { return nil }
    var before = states.state(before: line, in: catalog)
    var after = before
    catalog.read(lines: line..<lost.upperBound, in: &before) { _ in true }
    guard catalog.read(lines: lost, in: &after, while: \.isBodyRow),
      catalog.readsAlike(line: lost.upperBound, before, after)
    else { return nil }
    // One pipe may stand in a sentence, cells behind the last column are not shown, and without its
    // blank line a list may become a tight one.
    let columnCount = table.plan.columns.count
    let isSafe =
      !after.isInList
      && shapes.allSatisfy { $0.pipeCount > 1 && $0.cellCount <= columnCount }
    let removal = TextEdit(
      start: TextPosition(line: line, byteColumn: 0),
      end: TextPosition(line: line + 1, byteColumn: 0), replacement: [])
    return Fix(title: "Remove the blank line", isSafe: isSafe, edits: [removal])
  }
}

/// Gives a delimiter row as many cells as the header has.
enum DelimiterRowFix {
  /// The fix, nil where the rows below rather agree with the delimiter row, or it makes no table.
  static func fix(
    _ line: Int, _ headerCount: Int, _ rows: Range<Int>, _ catalog: Catalog,
    _ states: inout BlockStateCursor
  ) -> Fix? {
    let counts = rows.map { LineShape($0, in: catalog).cellCount }
    guard counts.count(where: { $0 == headerCount }) * 2 >= counts.count else { return nil }
    let start = Int(catalog.lineFacts(line).contentOffset)
    let row = delimiterRow(line, from: start, headerCount, catalog)
    var before = states.state(before: line, in: catalog)
    var after = before
    catalog.read(lines: line..<rows.upperBound, in: &before) { _ in true }
    guard !catalog.hasDefinition(above: line - 1),
      makesTable(row, line, from: start, catalog, &after),
      catalog.read(lines: rows, in: &after, while: \.isBodyRow)
    else { return nil }
    let edit = catalog.text.withLine(line) { bytes, _ in
      TextEdit(line: line, byteColumns: min(start, bytes.count)..<bytes.count, replacement: row)
    }
    // Cells behind the last column are not shown.
    let isSafe =
      counts.allSatisfy { $0 <= headerCount }
      && catalog.readsAlike(line: rows.upperBound, before, after)
    return Fix(
      title: "Give the delimiter row \(headerCount) cells", isSafe: isSafe, edits: [edit])
  }

  private static func delimiterRow(
    _ line: Int, from start: Int, _ count: Int, _ catalog: Catalog
  ) -> [UInt8] {
    catalog.text.withLine(line) { bytes, _ in
      let markers = RowSplitter.cells(bytes, from: start).prefix(count).map {
        bytes.string(RowSplitter.trimmed($0, in: bytes))
      }
      let missing = Array(repeating: "---", count: max(0, count - markers.count))
      return Array(("| " + (markers + missing).joined(separator: " | ") + " |").utf8)
    }
  }

  /// Whether the line reads as a delimiter row with other text behind its prefix.
  private static func makesTable(
    _ row: [UInt8], _ line: Int, from start: Int, _ catalog: Catalog, _ state: inout BlockState
  ) -> Bool {
    catalog.text.withLine(line) { bytes, _ in
      let text = ContiguousArray(bytes.array(0..<min(start, bytes.count)) + row)
      let role = BlockScanner.read(text.span, in: &state)
      if case .delimiterRow = role { return true }
      return false
    }
  }
}

extension LineRole {
  fileprivate var isBodyRow: Bool { if case .bodyRow = self { true } else { false } }
}

extension Catalog {
  /// Whether nothing but prefixes, or a pipe behind them, stands in a line.
  fileprivate func isEmptyOrLonePipe(_ line: Int) -> Bool {
    if lineFacts(line).role == .verbatim { return false }
    let start = contentOffset(ofTextLine: line)
    return text.withLine(line) { bytes, _ in
      let content = bytes.withoutBlanks(min(start, bytes.count)..<bytes.count)
      return content.isEmpty || content.count == 1 && bytes[content.lowerBound] == 0x7C
    }
  }

  /// Whether a definition stands in the paragraph above a line: in a table's paragraph it is text.
  fileprivate func hasDefinition(above line: Int) -> Bool {
    var above = line - 1
    while above >= 0, lineFacts(above).role == .paragraph {
      if lineFacts(above).nameKey != 0 { return true }
      above -= 1
    }
    return false
  }

  /// Reads lines as long as their roles are as expected; false where one is not.
  @discardableResult
  fileprivate func read(
    lines: Range<Int>, in state: inout BlockState, while isExpected: (LineRole) -> Bool
  ) -> Bool {
    var isRead = true
    text.forEachLine(in: lines) { _, bytes, _ in
      isRead = isExpected(BlockScanner.read(bytes, in: &state))
      return isRead
    }
    return isRead
  }

  /// Whether a line, and with it all lines behind it, is read alike in two states: of a paragraph,
  /// and of a table in its place. More text or a line of dashes belongs to the paragraph.
  fileprivate func readsAlike(line: Int, _ one: BlockState, _ other: BlockState) -> Bool {
    guard line < text.lineCount else { return true }
    let goesOn = lineFacts(line).role == .paragraph && !isListItem(line)
    if goesOn || LineShape(line, in: self).isUnderline { return false }
    var states = (one, other)
    return text.withLine(line) { bytes, _ in
      let roles = (
        BlockScanner.read(bytes, in: &states.0),
        BlockScanner.read(bytes, in: &states.1)
      )
      return roles.0 == roles.1 && states.0 == states.1
    }
  }
}

/// The block scanner's states before lines, asked for in ascending order: each line is read once.
struct BlockStateCursor {
  private var block = -1
  private var line = 0
  private var state = BlockState()

  /// The state before a line.
  ///
  /// - Complexity: O(lines of its block that were not read yet)
  mutating func state(before wanted: Int, in catalog: Catalog) -> BlockState {
    let place = catalog.text.block(ofLine: wanted)
    if place.block != block || wanted < line {
      block = place.block
      line = wanted - place.lineInBlock
      state = catalog.facts[block].startState
    }
    while line < wanted {
      catalog.read(lines: line..<line + 1, in: &state) { _ in true }
      // A table that counts what its rows lack was told so when it was read.
      if catalog.table(atLine: line)?.countsMissingCells == true { state.countMissingCells() }
      line += 1
    }
    return state
  }
}
