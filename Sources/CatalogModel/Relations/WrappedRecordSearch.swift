import LineStore
import TableSyntax

/// A search for the wrapped records of a table, as it is or with another text in the place of one
/// line.
struct WrappedRecordSearch {
  /// Lines of a record, and pieces of records that follow one another, at most.
  private static let lineCountMax = 8
  private static let pieceCountMax = 32
  /// Bytes from which on an editor may have wrapped a line.
  private static let wrappedByteCountMin = 60

  private let table: CatalogTable
  private let catalog: Catalog
  private let style: RowPipes
  /// A line with the content that it would have.
  private let fixed: (line: Int, content: RowPiece)?

  /// A search in a table.
  ///
  /// - Parameter fixed: a line, and what its row would be
  init(
    _ table: CatalogTable, _ catalog: Catalog, fixed: (line: Int, content: [UInt8])? = nil
  ) {
    self.table = table
    self.catalog = catalog
    self.fixed = fixed.map {
      ($0.line, RowPiece($0.content, columnCount: table.plan.columns.count))
    }
    style = RowPipes(of: table, in: catalog)
  }

  /// Whether formatting leaves records as they are. Only where the header, the delimiter row and
  /// the layout have both outer pipes does the same search find the same records afterwards.
  func isKept(by layout: RowLayout) -> Bool {
    style.hasOpening && style.hasClosing && layout.outerPipes == .both
  }

  /// Whether a block has a row that may be a piece of a record, or is next to one.
  static func mayFind(_ block: Int, _ catalog: Catalog) -> Bool {
    if catalog.metadata[block].counts.torn > 0 { return true }
    return block > 0 && catalog.metadata[block - 1].lines.last?.isTorn == true
      || block + 1 < catalog.metadata.count
        && catalog.metadata[block + 1].lines.first?.isTorn == true
  }

  /// Whether a row may be a piece of a record, or is next to one.
  func isNextToTorn(_ line: Int) -> Bool { isTorn(line) || isTorn(line - 1) || isTorn(line + 1) }

  /// The lines of the record that a body row belongs to.
  ///
  /// - Complexity: O(lines of at most `pieceCountMax` rows)
  func record(around line: Int) -> Range<Int>? {
    let body = table.bodyLines
    // A record begins with a torn row, or with the row before one.
    var first = line
    while body.contains(first - 1), line - first <= Self.pieceCountMax,
      isTorn(first) || isTorn(first - 1)
    {
      first -= 1
    }
    if line - first > Self.pieceCountMax { return nil }
    while first <= line {
      if let end = end(from: first) {
        if line < end { return first..<end }
        first = end
      } else {
        first += 1
      }
    }
    return nil
  }

  /// One past the last line of the record that begins with a row.
  private func end(from first: Int) -> Int? {
    guard var whole = piece(first),
      whole.isShort || style.isUnclosed(whole), !style.isUnopened(whole)
    else { return nil }
    let isEvident = style.hasOpening || style.hasClosing
    if !isEvident, !isWrapped(first) { return nil }
    var end: Int?
    for line in first + 1..<max(first + 1, min(first + Self.lineCountMax, table.endLine)) {
      guard let next = piece(line), next.isShort || goesOnWithFirstCell(next, whole),
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
    return isEvident || isBetweenWholeRows(first..<end) ? end : nil
  }

  /// Whether a line has the rest of the first cell, which is all that there is so far, and all
  /// other cells.
  private func goesOnWithFirstCell(_ next: RowPiece, _ whole: RowPiece) -> Bool {
    style.isUnopened(next) && !style.isUnclosed(next) && style.isUnclosed(whole)
      && whole.cellCount == 1 && next.cellCount == next.columnCount
  }

  private func isTorn(_ line: Int) -> Bool {
    guard let fixed, fixed.line == line else { return catalog.lineMetadata(line).isTorn }
    return fixed.content.isTorn
  }

  private func piece(_ line: Int) -> RowPiece? {
    if let fixed, fixed.line == line { return fixed.content.text.isEmpty ? nil : fixed.content }
    return catalog.withRow(line, in: table) { bytes, row in
      let text = bytes.withoutBlanks(min(row.contentOffset, bytes.count)..<bytes.count)
      return text.isEmpty
        ? nil : RowPiece(bytes.array(text), columnCount: table.plan.columns.count)
    }
  }

  /// Whether a row without outer pipes seems to be cut: it is long, or the next line begins with a
  /// small letter.
  private func isWrapped(_ line: Int) -> Bool {
    guard line + 1 < table.endLine else { return false }
    let isLong = catalog.text.withLine(line) { bytes, _ in
      bytes.count >= Self.wrappedByteCountMin
    }
    let first = piece(line + 1)?.text.first
    return isLong || first.map((UInt8(ascii: "a")...UInt8(ascii: "z")).contains) ?? false
  }

  private func isBetweenWholeRows(_ lines: Range<Int>) -> Bool {
    [lines.lowerBound - 1, lines.upperBound].allSatisfy { line in
      !table.bodyLines.contains(line) || piece(line)?.isShort == false
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
  /// Whether it may be a piece of a record: it is short and lacks an outer pipe.
  var isTorn: Bool { isShort && !(row.hasClosingPipe && text.first == UInt8(ascii: "|")) }

  mutating func append(_ other: RowPiece) {
    text.append(0x20)
    text += other.text
    row = Row(text.span, from: 0)
  }
}
