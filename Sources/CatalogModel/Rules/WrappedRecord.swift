import CatalogSchema
import LineStore
import TableSyntax

/// A record that is wrapped over several lines: body rows that have too few cells each, and one for
/// each column together.
struct WrappedRecord {
  /// Its lines.
  let lines: Range<Int>

  /// Lines of a record, and pieces of records that follow one another, at most.
  private static let lineCountMax = 8
  private static let pieceCountMax = 32
  /// Bytes from which on an editor may have wrapped a line.
  private static let wrappedByteCountMin = 60

  /// A relation of rows that may be pieces of one record.
  static let relation = RelationCheck(
    mayFind: { block, catalog in
      catalog.metadata[block].counts.torn > 0 || isTornAfter(block, catalog)
    },
    mark: { block, catalog, isMarked in
      let lines = catalog.metadata[block].lines
      for line in lines.indices where lines[line].isTorn {
        isMarked[line] = true
        if line > 0 { isMarked[line - 1] = true }
      }
      if isTornAfter(block, catalog), !isMarked.isEmpty { isMarked[isMarked.count - 1] = true }
    },
    // The finder asks for these first, since no other rule reports such a row.
    problems: { _, _, _, _ in [] })

  private static func isTornAfter(_ block: Int, _ catalog: Catalog) -> Bool {
    block + 1 < catalog.metadata.count && catalog.metadata[block + 1].lines.first?.isTorn == true
  }

  /// What is reported of a row that belongs to a wrapped record: the record in its second row; nil
  /// for any other row.
  static func problems(
    of row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog
  ) -> [Problem]? {
    guard mayBelong(row, catalog),
      catalog.configuration.severity(of: BrokenTable.code, standard: BrokenTable.severity) != nil,
      let record = WrappedRecord(around: row.line, in: table, catalog)
    else { return nil }
    // The second line is reported, which should not be one.
    guard record.lines.lowerBound + 1 == row.line, !record.isSilenced(table, catalog) else {
      return []
    }
    return [record.problem(table, catalog)]
  }

  /// Whether a row is next to a wrapped record, whose pieces have no names to sort by.
  static func isNext(to row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog) -> Bool {
    (row.line - 2...row.line + 2).contains { catalog.lineMetadata($0).isTorn }
      && [row.line - 1, row.line + 1].contains { line in
        table.bodyLines.contains(line)
          && WrappedRecord(around: line, in: table, catalog) != nil
      }
  }

  private static func mayBelong(_ row: PlacedRow, _ catalog: Catalog) -> Bool {
    if row.metadata.isTorn { return true }
    let lines = row.block.lines
    let above =
      row.lineInBlock > 0 ? lines[row.lineInBlock - 1] : catalog.lineMetadata(row.line - 1)
    let below =
      row.lineInBlock + 1 < lines.count
      ? lines[row.lineInBlock + 1] : catalog.lineMetadata(row.line + 1)
    return above.isTorn || below.isTorn
  }

  private func isSilenced(_ table: CatalogTable, _ catalog: Catalog) -> Bool {
    catalog.withRow(lines.lowerBound, in: table) {
      IgnoreDirective($0, $1).silences(BrokenTable.code)
    }
  }

  private func problem(_ table: CatalogTable, _ catalog: Catalog) -> Problem {
    let joins = lines.dropFirst().map { line in
      TextEdit(
        start: catalog.content(ofLine: line - 1).upperBound,
        end: catalog.content(ofLine: line).lowerBound, replacement: [0x20])
    }
    return BrokenTable.problem(
      catalog.content(ofLine: lines.lowerBound + 1),
      "This line goes on with the row above: join the \(lines.count) lines",
      related: [
        RelatedPlace(
          range: catalog.content(ofLine: lines.lowerBound), message: "the row begins here")
      ],
      fix: Fix(title: "Join the \(lines.count) lines", isSafe: false, edits: joins))
  }

  // MARK: Search

  /// The record that a body row belongs to.
  ///
  /// - Complexity: O(lines of at most `pieceCountMax` rows)
  init?(around line: Int, in table: CatalogTable, _ catalog: Catalog) {
    let body = table.bodyLines
    // A record begins with a torn row, or with the row before one.
    var first = line
    while body.contains(first - 1), line - first <= Self.pieceCountMax,
      catalog.lineMetadata(first).isTorn || catalog.lineMetadata(first - 1).isTorn
    {
      first -= 1
    }
    if line - first > Self.pieceCountMax { return nil }
    let style = RowPipes(of: table, in: catalog)
    while first <= line {
      if let end = Self.end(from: first, style, table, catalog) {
        if line < end {
          lines = first..<end
          return
        }
        first = end
      } else {
        first += 1
      }
    }
    return nil
  }

  /// One past the last line of the record that begins with a row.
  private static func end(
    from first: Int, _ style: RowPipes, _ table: CatalogTable, _ catalog: Catalog
  ) -> Int? {
    guard var whole = piece(first, table, catalog),
      whole.isShort || style.isUnclosed(whole), !style.isUnopened(whole)
    else { return nil }
    let isEvident = style.hasOpening || style.hasClosing
    if !isEvident, !isWrapped(first, table, catalog) { return nil }
    var end: Int?
    for line in first + 1..<min(first + lineCountMax, table.endLine) {
      guard let next = piece(line, table, catalog), next.isShort,
        !isEvident || style.isUnclosed(whole) || next.hasPipe && style.isUnopened(next)
      else { break }
      whole.append(next)
      if whole.cellCount > whole.columnCount { break }
      if whole.cellCount < whole.columnCount { continue }
      // The pipe that closes the record may still follow.
      let isComplete = !style.isUnclosed(whole)
      if isComplete || !next.hasPipe { end = line + 1 }
      if isComplete { break }
    }
    guard let end else { return nil }
    return isEvident || isBetweenWholeRows(first..<end, table, catalog) ? end : nil
  }

  private static func piece(
    _ line: Int, _ table: CatalogTable, _ catalog: Catalog
  ) -> RowPiece? {
    catalog.withRow(line, in: table) { bytes, row in
      let text = bytes.withoutBlanks(min(row.contentOffset, bytes.count)..<bytes.count)
      return text.isEmpty
        ? nil : RowPiece(bytes.array(text), columnCount: table.plan.columns.count)
    }
  }

  /// Whether a row without outer pipes seems to be cut: it is long, or the next line begins with a
  /// small letter.
  private static func isWrapped(
    _ line: Int, _ table: CatalogTable, _ catalog: Catalog
  ) -> Bool {
    guard line + 1 < table.endLine else { return false }
    let isLong = catalog.text.withLine(line) { bytes, _ in bytes.count >= wrappedByteCountMin }
    return isLong
      || catalog.withRow(line + 1, in: table) { bytes, row in
        row.contentOffset < bytes.count
          && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[row.contentOffset])
      }
  }

  private static func isBetweenWholeRows(
    _ lines: Range<Int>, _ table: CatalogTable, _ catalog: Catalog
  ) -> Bool {
    [lines.lowerBound - 1, lines.upperBound].allSatisfy { line in
      !table.bodyLines.contains(line)
        || catalog.withRow(line, in: table) { $1.cellCount >= table.plan.columns.count }
    }
  }
}

/// The outer pipes that a table's header and delimiter row have.
private struct RowPipes {
  let hasOpening: Bool
  let hasClosing: Bool

  init(of table: CatalogTable, in catalog: Catalog) {
    let (header, delimiter) = (
      catalog.withRow(table.headerLine, in: table) { ($1.hasOpeningPipe($0), $1.hasClosingPipe) },
      catalog.withRow(table.delimiterLine, in: table) { ($1.hasOpeningPipe($0), $1.hasClosingPipe) }
    )
    hasOpening = header.0 && delimiter.0
    hasClosing = header.1 && delimiter.1
  }

  /// Whether a row has no pipe before its first cell though others have.
  func isUnopened(_ piece: RowPiece) -> Bool {
    hasOpening && piece.text.first != UInt8(ascii: "|")
  }

  /// Whether a row has no pipe after its last cell though others have.
  func isUnclosed(_ piece: RowPiece) -> Bool { hasClosing && !piece.row.hasClosingPipe }
}

/// The text of one or several lines as a row.
private struct RowPiece {
  private(set) var text: ContiguousArray<UInt8>
  private(set) var row: Row
  let columnCount: Int

  init(_ text: [UInt8], columnCount: Int) {
    let bytes = ContiguousArray(text)
    self.text = bytes
    self.columnCount = columnCount
    row = Row(bytes.span, from: 0)
  }

  var cellCount: Int { row.cellCount }
  var isShort: Bool { row.cellCount < columnCount }
  var hasPipe: Bool { row.cellCount > 1 || row.hasClosingPipe || text.first == UInt8(ascii: "|") }

  mutating func append(_ other: RowPiece) {
    text.append(0x20)
    text += other.text
    row = Row(text.span, from: 0)
  }
}
