import LineStore
import TableSyntax

/// Makes rows of the lines after a table: removes the blank lines before and between them, the
/// indentation of code, and gives an outer pipe to what begins another block.
enum UnrenderedRowsFix {
  /// The fix; nil if it would not make rows of exactly these lines.
  static func fix(
    _ rows: UnrenderedRows, after table: CatalogTable, _ catalog: Catalog
  ) -> Fix? {
    let all = table.endLine..<rows.lines.upperBound
    // More lines of the same paragraph are rows as well.
    let lines = all.lowerBound..<min(all.upperBound, all.lowerBound + RowLikeLines.countMax)
    let read = rows.lines.clamped(to: lines)
    let gaps = lines.filter { catalog.isEmptyOrLonePipe($0) }
    let gapCount = gaps.count { read.contains($0) }
    guard rows.lines.lowerBound == table.endLine || gaps.first == table.endLine,
      lines == all ? read.count - gapCount == rows.rowCount : gapCount == 0
    else { return nil }
    var after = catalog.blockState(before: lines.lowerBound)
    let before = catalog.blockState(before: all.upperBound)
    var edits = removals(gaps, catalog)
    for line in lines where !gaps.contains(line) {
      guard let edit = readAsRow(line, in: &after, catalog) else { return nil }
      if let edit { edits.append(edit) }
    }
    guard
      catalog.readsAlike(line: all.upperBound, before, after)
        || edits.count > removals(gaps, catalog).count && catalog.isBlank(all.upperBound)
    else { return nil }
    let isOneGap = gaps.count == 1 && edits.count == 1
    let title =
      gaps.count == edits.count
      ? gaps.count == 1 ? "Remove the blank line" : "Remove the blank lines"
      : "Make the lines rows of the table"
    return Fix(
      title: title,
      isSafe: isOneGap && !after.isInList && areSurelyRows(read, table, catalog),
      edits: edits.sorted { $0.start < $1.start })
  }

  /// A sentence may have pipes, other cells than the table's are a problem of their own, and
  /// without its blank line a list may become tight.
  private static func areSurelyRows(
    _ lines: Range<Int>, _ table: CatalogTable, _ catalog: Catalog
  ) -> Bool {
    let isBoxed = LineShape(table.headerLine, in: catalog).isBoxed
    return lines.allSatisfy { line in
      let shape = LineShape(line, in: catalog)
      return shape.pipeCount > 1 && shape.cellCount == table.plan.columns.count
        && (shape.isBoxed || !isBoxed)
    }
  }

  /// One edit for lines that follow one another.
  private static func removals(_ gaps: [Int], _ catalog: Catalog) -> [TextEdit] {
    var runs: [Range<Int>] = []
    for line in gaps {
      if let last = runs.last, last.upperBound == line {
        runs[runs.count - 1] = last.lowerBound..<line + 1
      } else {
        runs.append(line..<line + 1)
      }
    }
    return runs.map { catalog.removal(ofLines: $0) }
  }

  /// Reads a line as a row, with an edit if it needs one; nil if it is no row even so.
  private static func readAsRow(
    _ line: Int, in state: inout BlockState, _ catalog: Catalog
  ) -> TextEdit?? {
    var next = state
    let isRow = catalog.text.withLine(line) { bytes, _ in
      BlockScanner.read(bytes, in: &next).isBodyRow
    }
    if isRow {
      state = next
      return .some(nil)
    }
    let isCode = catalog.lineMetadata(line).role == .verbatim
    return catalog.text.withLine(line) { bytes, _ in
      let start = bytes.skip(while: { $0.isBlank || $0 == UInt8(ascii: ">") }, from: 0)
      let end = isCode ? start : min(start, bytes.count)
      let from = isCode ? bytes.skip(while: { !$0.isBlank }, from: 0) : end
      let new: [UInt8] = isCode ? [] : Array("| ".utf8)
      guard from <= end else { return nil }
      let text = ContiguousArray(bytes.array(0..<from) + new + bytes.array(end..<bytes.count))
      guard BlockScanner.read(text.span, in: &state).isBodyRow else { return nil }
      return TextEdit(line: line, byteColumns: from..<end, replacement: new)
    }
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
    let row = DelimiterRowText(header: line - 1, former: line, in: catalog).bytes
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
    // Renderers drop cells after the last column, and a table's cells cut code.
    let header = LineShape(line - 1, in: catalog)
    let isSafe =
      header.textPipeCount == header.pipeCount && counts.allSatisfy { $0 <= headerCount }
      && catalog.readsAlike(line: rows.upperBound, before, after)
    return Fix(
      title: "Give the delimiter row \(headerCount) cells", isSafe: isSafe, edits: [edit])
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
