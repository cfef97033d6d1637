import LineStore
import TableSyntax

/// Removes the line that separates rows from their table.
enum LineRemovalFix {
  /// The fix; nil if it would not make rows of exactly these lines.
  static func fix(
    _ rows: Range<Int>, after table: CatalogTable, _ catalog: Catalog
  ) -> Fix? {
    let line = table.endLine
    guard rows.lowerBound == line + 1, catalog.isEmptyOrLonePipe(line) else { return nil }
    let shapes = rows.map { LineShape($0, in: catalog) }
    guard shapes.allSatisfy({ $0.pipeCount > 0 }) else { return nil }
    var before = catalog.blockState(before: line)
    var after = before
    catalog.read(lines: line..<rows.upperBound, in: &before) { _ in true }
    guard catalog.read(lines: rows, in: &after, while: \.isBodyRow),
      catalog.readsAlike(line: rows.upperBound, before, after)
    else { return nil }
    // A sentence may have one pipe, renderers drop cells after the last column, and without its
    // blank line a list may become tight.
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
  /// The fix; nil if most rows below agree with the delimiter row, or if it makes no table.
  static func fix(
    _ line: Int, _ headerCount: Int, _ rows: Range<Int>, _ catalog: Catalog
  ) -> Fix? {
    let counts = rows.map { LineShape($0, in: catalog).cellCount }
    guard counts.count(where: { $0 == headerCount }) * 2 >= counts.count else { return nil }
    let start = Int(catalog.lineMetadata(line).contentOffset)
    let row = delimiterRow(line, from: start, headerCount, catalog)
    var before = catalog.blockState(before: line)
    var after = before
    catalog.read(lines: line..<rows.upperBound, in: &before) { _ in true }
    guard !catalog.hasDefinition(above: line - 1),
      makesTable(row, line, from: start, catalog, &after),
      catalog.read(lines: rows, in: &after, while: \.isBodyRow)
    else { return nil }
    let edit = catalog.text.withLine(line) { bytes, _ in
      TextEdit(line: line, byteColumns: min(start, bytes.count)..<bytes.count, replacement: row)
    }
    // Renderers drop cells after the last column.
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

  /// Whether the line reads as a delimiter row with this text after its prefix.
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
  /// Whether a line holds only prefixes, or prefixes and a pipe.
  fileprivate func isEmptyOrLonePipe(_ line: Int) -> Bool {
    if lineMetadata(line).role == .verbatim { return false }
    let start = contentOffset(ofTextLine: line)
    return text.withLine(line) { bytes, _ in
      let content = bytes.withoutBlanks(min(start, bytes.count)..<bytes.count)
      return content.isEmpty || content.count == 1 && bytes[content.lowerBound] == 0x7C
    }
  }

  /// Whether the paragraph above a line holds a definition, which would be text of a table's
  /// paragraph.
  fileprivate func hasDefinition(above line: Int) -> Bool {
    var above = line - 1
    while above >= 0, lineMetadata(above).role == .paragraph {
      if lineMetadata(above).nameKey != 0 { return true }
      above -= 1
    }
    return false
  }

  /// Reads lines while their roles are as expected; false if one is not.
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

  /// Whether a line, and with it all later lines, reads the same in two states: of a paragraph, and
  /// of a table in its place. More text or a line of dashes belongs to the paragraph.
  fileprivate func readsAlike(line: Int, _ one: BlockState, _ other: BlockState) -> Bool {
    guard line < text.lineCount else { return true }
    let goesOn = lineMetadata(line).role == .paragraph && !isListItem(line)
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
